import { useLive } from '../../api/use-live.js';
import { SupplyChanged } from './documents.js';

/** Calls `refresh` when the server says that figures moved. @returns whether it would be heard */
export const useLiveSupply = (refresh: () => void): boolean => useLive(SupplyChanged, {}, refresh);
