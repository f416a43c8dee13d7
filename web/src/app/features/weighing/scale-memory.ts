import { phoneStore } from '../../offline/phone.js';

/** Where the phone keeps which ticket a deal has, so that the scale opens without signal. */
export const ticketKey = (dealId: string): string => `scale:${dealId}`;

export async function rememberTicket(dealId: string, ticketId: string): Promise<void> {
  const store = await phoneStore();
  await store.keepDraft(ticketKey(dealId), ticketId);
}
