export { RepliesModule } from './replies.module.js';
export { InboundSms } from './use-cases/inbound-sms.js';
