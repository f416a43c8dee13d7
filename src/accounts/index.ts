export { Accounts, type Party, type Person, type Plot } from './accounts.js';
export { AccountsModule } from './accounts.module.js';
export { PartyModel, PersonModel } from './api/account.model.js';
export { householdCard } from './domain/contact.js';
export { phoneText } from './domain/phone.js';
