import { GatewayRefusal, postJson, type Taken } from './gateway.js';
import { ZaloGateway, type ZaloMessage } from './zalo-gateway.js';

// From the published list of ZNS errors: too many requests, and an outage of Zalo itself.
const PASSING = new Set([-111, -126, -32]);

/**
 * The notification service of Zalo (ZNS), or a reseller that speaks it: `POST {phone, template_id, template_data,
 * tracking_id}` with the access token in a header; the answer is 200 with `error` 0 or a reason.
 */
export class HttpZalo extends ZaloGateway {
  constructor(private readonly gateway: { readonly url: string; readonly token: string }) {
    super();
  }

  carries(templateId: string | null): boolean {
    return templateId !== null;
  }

  async send(phone: string, message: ZaloMessage, id: string): Promise<Taken> {
    const headers = { access_token: this.gateway.token };
    const answer = await postJson('the Zalo gateway', this.gateway.url, headers, {
      phone: phone.slice(1),
      template_id: message.templateId,
      template_data: message.values,
      tracking_id: id,
    });
    const { error, data } = (answer ?? {}) as { error?: number; data?: { msg_id?: string } };
    if (error === 0) return { reference: data?.msg_id ?? '', isDelivered: false };
    if (error !== undefined && !PASSING.has(error)) throw new GatewayRefusal(`ZALO_${error}`);
    throw new Error(`the Zalo gateway answered error ${error}`);
  }
}
