import { named } from '../../words/named.js';
import type { Crop, Lot } from './documents.js';

/** `na dai`: the variety where there is one, else the crop. */
export const goodsOf = (crop: Crop, varietyCode: string | null): string =>
  named(crop.varieties.find(({ code }) => code === varietyCode) ?? crop);

export const goodsOfLot = (lot: Pick<Lot, 'crop' | 'variety'>): string =>
  named(lot.variety ?? lot.crop);

/** What is drawn for it. */
export const drawingOf = (lot: Pick<Lot, 'crop' | 'variety'>): string =>
  lot.variety?.code ?? lot.crop.code;
