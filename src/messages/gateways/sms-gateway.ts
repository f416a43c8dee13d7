import type { Taken } from './gateway.js';

/** Whoever carries a text to a phone. Adapters differ by operator; a refused message is a thrown fault. */
export abstract class SmsGateway {
  /** False when nobody carries messages: then SMS is not a channel. */
  abstract readonly isOpen: boolean;

  /**
   * @param phone E.164
   * @param text without marks, at most 160 characters
   * @param id ours; the gateway must not carry the same id twice
   */
  abstract send(phone: string, text: string, id: string): Promise<Taken>;
}
