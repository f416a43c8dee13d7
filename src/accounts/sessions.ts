import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../kernel/clock.js';
import {
  audienceOf,
  Authenticator,
  guest,
  type Actor,
  type Locale,
  type Role,
} from '../platform/access/actor.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { Sealer } from '../platform/secrets/sealer.js';
import { Outbox } from '../platform/events/outbox.js';
import { AccountsStore } from './data/accounts.store.js';
import type { AskedFrom } from './device-mark.js';
import { sessionLife } from './domain/session-life.js';

// A sliding session is prolonged at most this often, so that reading does not write each time.
const TOUCH_AFTER_MS = 3_600_000;

declare module '../platform/events/outbox.js' {
  interface DomainEvents {
    /** Somebody signed in with a browser that was never used for this person, while others are signed in. */
    'device.added': { sessionId: string; personId: string };
  }
}

/** Opaque tokens, hashed at rest. The token itself is only ever in the cookie of its device. */
@Injectable()
export class Sessions extends Authenticator {
  constructor(
    private readonly store: AccountsStore,
    private readonly sealer: Sealer,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    super();
  }

  async actorOf(token: string | undefined, locale: Locale): Promise<Actor> {
    if (!token) return guest(locale);
    const now = this.clock.now();
    const session = await this.store.liveSession(this.hashOf(token), now);
    if (!session) return guest(locale);
    if (now.getTime() - session.lastSeenAt.getTime() > TOUCH_AFTER_MS) {
      await this.store.touch(session.id, now, this.expiry(session.role));
    }
    const { personId, partyId, role, id } = session;
    return { personId, partyId, role, sessionId: id, locale };
  }

  /** @returns the token for the cookie; it is not kept anywhere else */
  async open(
    tx: Tx,
    personId: string,
    acting: { partyId: string | null; role: Role },
    from: Pick<AskedFrom, 'device' | 'deviceHash'>,
  ): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const id = uuid();
    if (await this.store.isNewBesideOthers(tx, personId, from.deviceHash, now))
      await this.outbox.publish(tx, 'device.added', { sessionId: id, personId });
    await this.store.addSession(tx, {
      id,
      tokenHash: this.hashOf(token),
      personId,
      partyId: acting.partyId,
      role: acting.role,
      audience: audienceOf(acting.role),
      device: from.device?.slice(0, 300) ?? null,
      deviceHash: from.deviceHash,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: this.expiry(acting.role),
      revokedAt: null,
    });
    return token;
  }

  expiry(role: Role): Date {
    return new Date(this.clock.now().getTime() + sessionLife(audienceOf(role)));
  }

  private hashOf(token: string): string {
    return this.sealer.hash('session', token);
  }
}
