export { Accounts, type Party, type Person } from './accounts.js';
export { AccountsModule } from './accounts.module.js';
export { PartyModel } from './api/account.model.js';
export { DEMO_STAFF_PASSWORD, demoStaffCode, demoStaffSecret } from './demo-staff.js';
export { householdCard } from './domain/contact.js';
export { normalisePhone, phoneText } from './domain/phone.js';
