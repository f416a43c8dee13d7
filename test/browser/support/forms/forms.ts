import { ACCOUNT_FORMS } from './account-forms.js';
import type { Form } from './open-form.js';
import { TRADE_FORMS } from './trade-forms.js';
import { WORK_FORMS } from './work-forms.js';

/** Forms that somebody types into, by where their fields are written below `web/src/app/features`. */
export const FORMS: Readonly<Record<string, Form>> = {
  ...ACCOUNT_FORMS,
  ...TRADE_FORMS,
  ...WORK_FORMS,
};
