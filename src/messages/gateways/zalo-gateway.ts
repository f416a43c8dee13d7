import type { Taken } from './gateway.js';

/** One notification of Zalo's own template kind: an approved template and its values. */
export interface ZaloMessage {
  readonly templateId: string | null;
  readonly values: Readonly<Record<string, string>>;
  /** The whole text, as the person will read it. */
  readonly text: string;
}

/** Whoever carries a template message to the Zalo account of a phone. */
export abstract class ZaloGateway {
  /** Whether a message of this template can be carried at all. */
  abstract carries(templateId: string | null): boolean;

  /**
   * @param phone E.164
   * @param id ours; delivery reports name it
   */
  abstract send(phone: string, message: ZaloMessage, id: string): Promise<Taken>;
}

/** No gateway is set: Zalo is passed over. */
export class NoZalo extends ZaloGateway {
  carries(): boolean {
    return false;
  }

  send(): Promise<Taken> {
    return Promise.reject(new Error('no Zalo gateway is set'));
  }
}
