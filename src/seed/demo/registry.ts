import { day, instant } from '../../kernel/day.js';
import { BANKS } from '../facts/banks.js';
import { FAMILY_NAMES, MEN, WOMEN } from '../facts/names.js';
import { type Random, randomFrom } from '../random.js';
import { idOf, padded } from './ids.js';
import type { MembershipRow, PartyRow, PersonRow, Role } from './people-rows.js';

/** The day the demo's people signed up: before the first market day of the demo. */
export const SIGNED_UP_ON = day('2021-07-01');
export const SIGNED_UP_AT = instant(SIGNED_UP_ON, '08:00');

/** One for each way of using the product, with phones that are easy to say. */
export const PERSONAS = {
  grower: { fullName: 'Giáp Thị Lan', phone: '+84900000001' },
  trader: { fullName: 'Thân Văn Hùng', phone: '+84900000002' },
  driver: { fullName: 'Vi Văn Tú', phone: '+84900000003' },
  checkpoint: { fullName: 'Đỗ Quang Minh', phone: '+84900000004' },
  office: { fullName: 'Hoàng Thu Hà', phone: '+84900000005' },
  cooperative: { fullName: 'Trần Thị Mai', phone: '+84900000006' },
  commune: { fullName: 'Dương Thị Hằng', phone: '+84900000007' },
  admin: { fullName: 'Lê Minh Khoa', phone: '+84900000009' },
} as const;

// Numbers up to …009 are kept for the personas.
const FIRST_PHONE = 10;
const LAST_PHONE = 999_999;

/** Everyone and every party of the demo while it is being put together. */
export class Registry {
  readonly people: PersonRow[] = [];
  readonly parties: PartyRow[] = [];
  readonly memberships: MembershipRow[] = [];
  #nextPhone = FIRST_PHONE;

  /** @param name unique among people, such as `grower/07486/12` */
  person(name: string, persona?: { readonly fullName: string; readonly phone: string }): PersonRow {
    const row: PersonRow = {
      id: idOf(`person/${name}`),
      phone: persona?.phone ?? this.#phone(),
      name: persona?.fullName ?? inventedName(randomFrom(`person/${name}`)),
      createdAt: SIGNED_UP_AT,
    };
    this.people.push(row);
    return row;
  }

  /** @param name unique among parties, such as `household/07486/12` */
  party(
    name: string,
    facts: Pick<PartyRow, 'kind' | 'name' | 'unit'> & Partial<PartyRow>,
  ): PartyRow {
    const row: PartyRow = {
      hamletCode: null,
      lat: null,
      lon: null,
      bankBin: null,
      bankAccount: null,
      taxCode: null,
      createdAt: SIGNED_UP_AT,
      ...facts,
      id: partyId(name),
    };
    this.parties.push(row);
    return row;
  }

  join(person: PersonRow, party: PartyRow, role: Role): void {
    this.memberships.push({ personId: person.id, partyId: party.id, role });
  }

  #phone(): string {
    if (this.#nextPhone > LAST_PHONE) throw new RangeError('the demo block of phones is used up');
    return `+84900${padded(this.#nextPhone++, 6)}`;
  }
}

export const partyId = (name: string): PartyRow['id'] => idOf(`party/${name}`);

function inventedName(random: Random): string {
  const { middle, given } = random.chance(0.5) ? WOMEN : MEN;
  return `${random.pick(FAMILY_NAMES)} ${random.pick(middle)} ${random.pick(given)}`;
}

export const inventedBank = (random: Random): Pick<PartyRow, 'bankBin' | 'bankAccount'> => ({
  bankBin: random.pick(BANKS).bin,
  bankAccount: `0000${padded(random.integer(0, 99_999_999), 8)}`,
});

export const inventedTaxCode = (random: Random): string =>
  `00${padded(random.integer(0, 99_999_999), 8)}`;
