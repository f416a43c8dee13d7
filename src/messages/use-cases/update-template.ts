import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { TemplatesStore } from '../data/templates.store.js';
import { SMS_LENGTH, templateFault, ZALO_LENGTH } from '../domain/template-text.js';
import { isPaidKind, type PaidKind } from '../domain/templates.js';

export interface TemplateWish {
  readonly clientMutationId: string;
  readonly kind: string;
  /** The version that was read; another one may have been written since. */
  readonly expectedVersion: number;
  readonly zaloTemplateId: string | null;
  readonly zalo: string;
  readonly sms: string;
}

const LONGEST_ID = 40;

/** A new version of a template: measured with the longest values its blanks may have, and never over an unseen one. */
@Injectable()
export class UpdateTemplate {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly templates: TemplatesStore,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, wish: TemplateWish): Promise<{ kind: PaidKind } | Refusal> {
    const { clientMutationId, kind, expectedVersion } = wish;
    if (!isPaidKind(kind)) return refuse('TEMPLATE_KIND_UNKNOWN', {}, 'kind');
    const texts = { zalo: wish.zalo.normalize('NFC').trim(), sms: wish.sms.trim() };
    const fault = faultOf(kind, texts);
    if (fault) return fault;
    const zaloTemplateId = wish.zaloTemplateId?.trim().slice(0, LONGEST_ID) || null;
    const request = { kind, expectedVersion, zaloTemplateId, ...texts };
    const act = { actor, operation: 'updateTemplate', key: clientMutationId, request };
    return this.uow.once<{ kind: PaidKind } | Refusal>(act, async (tx) => {
      const template = { kind, zaloTemplateId, ...texts };
      const isWritten = await this.templates.add(
        tx,
        template,
        expectedVersion,
        actor.personId,
        this.clock.now(),
      );
      return isWritten ? { kind } : refuse('TEMPLATE_CHANGED');
    });
  }
}

function faultOf(kind: PaidKind, texts: { zalo: string; sms: string }): Refusal | undefined {
  for (const [channel, field, most] of [
    ['ZALO', 'zalo', ZALO_LENGTH],
    ['SMS', 'sms', SMS_LENGTH],
  ] as const) {
    const found = templateFault(kind, channel, texts[field]);
    if (!found) continue;
    const { fault, blank = '', length = 0 } = found;
    switch (fault) {
      case 'TEMPLATE_EMPTY':
        return refuse('TEMPLATE_EMPTY', {}, field);
      case 'TEMPLATE_BLANK_UNKNOWN':
        return refuse('TEMPLATE_BLANK_UNKNOWN', { blank }, field);
      case 'TEMPLATE_BLANK_MISSING':
        return refuse('TEMPLATE_BLANK_MISSING', { blank }, field);
      case 'TEMPLATE_HAS_MARKS':
        return refuse('TEMPLATE_HAS_MARKS', {}, field);
      case 'TEMPLATE_TOO_LONG':
        return refuse('TEMPLATE_TOO_LONG', { length, most }, field);
    }
  }
  return undefined;
}
