import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { Config } from '../../platform/config.js';
import { CONFIG } from '../../platform/configured.js';
import { Handlers } from '../../platform/events/handlers.js';
import type { DomainEvents } from '../../platform/events/outbox.js';
import { Sealer } from '../../platform/secrets/sealer.js';
import { SmsStore } from '../data/sms.store.js';
import { otpText } from '../domain/otp-text.js';
import { LatestCodes } from '../latest-codes.js';
import { OtpFile } from '../gateways/otp-file.js';
import { SmsGateway } from '../gateways/sms-gateway.js';

const MINUTE_MS = 60_000;

/** Carries a sign-in code to its phone. A fault of the gateway is thrown, so that the queue tries again. */
@Injectable()
export class SendCode implements OnModuleInit {
  readonly #file: OtpFile | undefined;
  readonly #domain: string;
  readonly #vnd: number;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly handlers: Handlers,
    private readonly messages: SmsStore,
    private readonly gateway: SmsGateway,
    private readonly codes: LatestCodes,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {
    this.#file = config.otpSink === undefined ? undefined : new OtpFile(config.otpSink);
    this.#vnd = config.smsVnd;
    this.#domain = new URL(config.publicUrl).hostname;
  }

  onModuleInit(): void {
    this.handlers.reckonOn('otp.requested', 'messages.send-code', (asked, _, eventId) =>
      this.run(asked, eventId),
    );
  }

  private async run(asked: DomainEvents['otp.requested'], eventId: string): Promise<void> {
    const now = this.clock.now();
    const leftMs = Date.parse(asked.expiresAt) - now.getTime();
    const vnd = this.#file || leftMs <= 0 ? 0 : this.#vnd;
    const message = { id: eventId, kind: 'OTP', phone: asked.phone, vnd } as const;
    if (!(await this.messages.attempt(message, now))) return;
    if (leftMs <= 0) return this.messages.markFailed(eventId);

    const code = this.sealer.open(asked.sealedCode);
    const minutes = Math.ceil(leftMs / MINUTE_MS);
    const reference = await this.carry(eventId, asked.phone, code, minutes);
    await this.messages.markSent(eventId, reference, now);
    this.codes.keep(asked.phone, code);
  }

  private async carry(id: string, phone: string, code: string, minutes: number): Promise<string> {
    if (this.#file) {
      await this.#file.append(phone, code, this.clock.now());
      return 'file';
    }
    const { reference } = await this.gateway.send(phone, otpText(code, minutes, this.#domain), id);
    return reference;
  }
}
