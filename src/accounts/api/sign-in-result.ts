import { orRefused } from '../../platform/graphql/refused.js';
import { MeModel } from './account.model.js';

export const SignInResult = orRefused('SignInResult', MeModel, 'Đã đăng nhập.');
