import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Accounts } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import type { Config } from '../../platform/config.js';
import { CONFIG } from '../../platform/configured.js';
import { Handlers } from '../../platform/events/handlers.js';
import type { DomainEvents } from '../../platform/events/outbox.js';
import { Sealer } from '../../platform/secrets/sealer.js';
import { SmsStore } from '../data/sms.store.js';
import { grantCodeText } from '../domain/grant-code-text.js';
import { SmsGateway } from '../gateways/sms-gateway.js';

const MINUTE_MS = 60_000;

/**
 * Carries the question of a clerk or an officer, with its code, to a number of the household. The cooperative that asks pays;
 * once a month's money is spent nothing goes, and the paper remains. A fault of the gateway is thrown, so that the queue
 * tries again.
 */
@Injectable()
export class SendGrantCode implements OnModuleInit {
  readonly #vnd: number;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly handlers: Handlers,
    private readonly accounts: Accounts,
    private readonly messages: SmsStore,
    private readonly gateway: SmsGateway,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {
    this.#vnd = config.smsVnd;
  }

  onModuleInit(): void {
    this.handlers.reckonOn('grant.asked', 'messages.send-grant-code', (asked, _, eventId) =>
      this.run(asked, eventId),
    );
  }

  private async run(asked: DomainEvents['grant.asked'], id: string): Promise<void> {
    const now = this.clock.now();
    const leftMs = Date.parse(asked.expiresAt) - now.getTime();
    const asker = await this.accounts.party(asked.askerId);
    const payerId = asker?.kind === 'COOPERATIVE' ? asker.id : null;
    const vnd = leftMs <= 0 ? 0 : this.#vnd;
    const { phone, power } = asked;
    if (!(await this.messages.attempt({ id, kind: 'GRANT_CODE', phone, vnd, payerId }, now)))
      return;
    if (leftMs <= 0 || !asker) return this.messages.markFailed(id);

    const minutes = Math.ceil(leftMs / MINUTE_MS);
    const code = this.sealer.open(asked.sealedCode);
    const text = grantCodeText(code, { by: asker.name, power, minutes });
    const { reference } = await this.gateway.send(phone, text, id);
    await this.messages.markSent(id, reference, now);
  }
}
