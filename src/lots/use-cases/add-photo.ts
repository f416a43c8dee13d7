import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Counters } from '../../platform/limits/counters.js';
import { develop } from '../../platform/pictures/develop.js';
import { PhotosStore } from '../data/photos.store.js';

// A household photographs a few lots a day; a cooperative's clerk, those of a morning.
const PHOTOS_AN_HOUR = 120;
const LONGEST_SIDE = 960;

type PhotoRefusal = 'PHOTO_TOO_MANY' | 'PHOTO_KIND' | 'PHOTO_BROKEN';

/** Takes a picture in, made anew from its pixels. */
@Injectable()
export class AddPhoto {
  constructor(
    private readonly photos: PhotosStore,
    private readonly counters: Counters,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, bytes: Buffer): Promise<{ id: string } | Refusal<PhotoRefusal>> {
    const partyId = actor.partyId ?? '';
    if ((await this.counters.count(`photos:${partyId}`, 60)) > PHOTOS_AN_HOUR)
      return refuse('PHOTO_TOO_MANY');
    const now = this.clock.now();
    const developed = await develop(bytes, now, LONGEST_SIDE);
    if (isRefusal(developed)) return developed;

    const id = uuid();
    const { card, full, width, height } = developed;
    const takenAt = developed.takenAt ?? now;
    await this.photos.add({
      id,
      partyId,
      takenAt,
      width,
      height,
      card,
      fullSize: full,
      createdAt: now,
    });
    return { id };
  }
}
