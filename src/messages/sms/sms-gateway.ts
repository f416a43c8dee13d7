/** Whoever carries a text to a phone. Adapters differ by operator; a refused message is a thrown fault. */
export abstract class SmsGateway {
  /** @param phone E.164  @param text without marks, at most 160 characters */
  abstract send(phone: string, text: string): Promise<{ reference: string }>;
}
