export { WeighTicketModel } from './api/ticket.model.js';
export { Weighing, type TicketAmounts, type WeighTicket } from './weighing.js';
export { WeighingModule } from './weighing.module.js';
