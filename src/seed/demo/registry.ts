import { day, instant } from '../../kernel/day.js';
import { BANKS } from '../facts/banks.js';
import { FAMILY_NAMES, MEN, WOMEN } from '../facts/names.js';
import { type Random, randomFrom } from '../random.js';
import { idOf, padded } from './ids.js';
import type { MembershipRow, PartyRow, PersonRow, Role } from './people-rows.js';

/** The day the demo's people signed up: before the first market day of the demo. */
export const SIGNED_UP_ON = day('2021-07-01');
const SIGNED_UP_AT = instant(SIGNED_UP_ON, '08:00');

/** One for each way of using the product, with phones that are easy to say. */
export const PERSONAS = {
  grower: { fullName: 'Giáp Thị Lan', phone: '+84900000001' },
  trader: { fullName: 'Thân Văn Hùng', phone: '+84900000002' },
  driver: { fullName: 'Vi Văn Tú', phone: '+84900000003' },
  checkpoint: { fullName: 'Đỗ Quang Minh', phone: '+84900000004' },
  office: { fullName: 'Hoàng Thu Hà', phone: '+84900000005' },
  cooperative: { fullName: 'Trần Thị Mai', phone: '+84900000006' },
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
    const random = randomFrom(`person/${name}`);
    const row: PersonRow = {
      id: idOf(`person/${name}`),
      fullName: persona?.fullName ?? inventedName(random),
      phone: persona?.phone ?? this.#phone(),
      idNumber: random.chance(0.9) ? `000${padded(random.integer(0, 999_999_999), 9)}` : null,
      createdAt: SIGNED_UP_AT,
    };
    this.people.push(row);
    return row;
  }

  party(
    name: string,
    facts: Pick<PartyRow, 'kind' | 'name' | 'unitCode' | 'unitValidFrom'> & Partial<PartyRow>,
  ): PartyRow {
    const row: PartyRow = {
      hamletCode: null,
      latitude: null,
      longitude: null,
      taxCode: null,
      bankBin: null,
      bankAccount: null,
      bankHolder: null,
      state: 'ACTIVE',
      createdAt: SIGNED_UP_AT,
      ...facts,
      id: idOf(`party/${name}`),
    };
    this.parties.push(row);
    return row;
  }

  join(person: PersonRow, party: PartyRow, role: Role): void {
    this.memberships.push({
      id: idOf(`membership/${person.id}/${party.id}/${role}`),
      personId: person.id,
      partyId: party.id,
      role,
      createdAt: SIGNED_UP_AT,
    });
  }

  #phone(): string {
    if (this.#nextPhone > LAST_PHONE) throw new RangeError('the demo block of phones is used up');
    return `+84900${padded(this.#nextPhone++, 6)}`;
  }
}

function inventedName(random: Random): string {
  const { middle, given } = random.chance(0.5) ? WOMEN : MEN;
  return `${random.pick(FAMILY_NAMES)} ${random.pick(middle)} ${random.pick(given)}`;
}

/** An invented account; holders are printed by banks in capitals without marks. */
export function bankOf(
  holder: string,
  random: Random,
): Pick<PartyRow, 'bankBin' | 'bankAccount' | 'bankHolder'> {
  return {
    bankBin: random.pick(BANKS).bin,
    bankAccount: `0000${padded(random.integer(0, 99_999_999), 8)}`,
    bankHolder: withoutMarks(holder).toUpperCase(),
  };
}

const withoutMarks = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

export const inventedTaxCode = (random: Random): string =>
  `00${padded(random.integer(0, 99_999_999), 8)}`;
