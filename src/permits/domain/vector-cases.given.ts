import { signPermit } from './token.js';
import { type Text, type VectorCase, amber, clock, green, red } from './vector-case.given.js';
import { MALFORMED } from './vector-malformed.given.js';
import { CLAIMS, LIST_SIZE, REVOKED_INDEX, at, forged, headerOf, permit } from './vectors.given.js';

const ordinary: Text = (kit) => permit(kit);

const GENUINE: readonly VectorCase[] = [
  green('an ordinary permit', ordinary),
  green('the plate as it is painted, with dash and dot', ordinary, {
    seen: { plateSeen: '98C-123.45' },
  }),
  green('fewer people than declared', ordinary, { seen: { personsSeen: 2 } }),
  green('a load at each end of the band', ordinary, { seen: { kgSeen: 2200 } }),
  green('no test was asked', (kit) => permit(kit, { testedAt: null })),
  green('an issuer is named', (kit) => permit(kit, { issuer: 'LUCNAM' })),
  green('signed by a key retired since', (kit) => signPermit(CLAIMS, kit.retired.signer)),
  green('issued after the status list, beyond its size', (kit) =>
    permit(kit, { statusIndex: LIST_SIZE, issuedAt: at('07:55') }),
  ),
  green('next to a revoked one', (kit) => permit(kit, { statusIndex: REVOKED_INDEX - 1 })),
  green('a revocation taken back', (kit) => permit(kit, { statusIndex: REVOKED_INDEX }), {
    trust: 'withdrawn',
  }),
];

const TIMES: readonly VectorCase[] = [
  green('five minutes before it begins', (kit) => permit(kit, { validFrom: at('08:05') })),
  red('a second more before it begins', 'NOT_YET_VALID', (kit) =>
    permit(kit, { validFrom: at('08:05:01') }),
  ),
  green('the last second', ordinary, clock('18:59:59')),
  green('the last second of the five minutes after', ordinary, clock('19:04:59')),
  red('five minutes after it ended', 'EXPIRED', ordinary, clock('19:05:00')),
  red('yesterday’s permit', 'EXPIRED', ordinary, clock('08:00', '2026-08-06')),
  red('a clock set back three days does not revive it', 'EXPIRED', ordinary, {
    trust: 'evening',
    deviceClock: at('08:00', '2026-08-02'),
  }),
  green('a clock five minutes slow', ordinary, clock('07:50')),
  amber('a clock slower than that', 'CHECK_CLOCK', ordinary, clock('07:49:59')),
  amber(
    'a slow clock cannot say that it has not begun',
    'CHECK_CLOCK',
    (kit) => permit(kit, { validFrom: at('09:00') }),
    clock('07:00'),
  ),
  amber('issued later than the phone’s now', 'CHECK_CLOCK', (kit) =>
    permit(kit, { issuedAt: at('08:30'), validFrom: at('08:30') }),
  ),
];

const later: Partial<typeof CLAIMS> = { validTo: at('19:00', '2026-08-09') };
const DATA: readonly VectorCase[] = [
  green('data one day old to the second', (kit) => permit(kit, { issuedAt: at('08:00') }), {
    trust: 'dayOld',
  }),
  amber('data a second older than a day', 'STALE_DATA', ordinary, {
    trust: 'dayOld',
    deviceClock: at('08:00:01'),
  }),
  amber(
    'a clock days ahead of the last word of the server',
    'STALE_DATA',
    (kit) => permit(kit, later),
    clock('08:00', '2026-08-08'),
  ),
  red('old data and an expired permit', 'EXPIRED', ordinary, clock('08:00', '2026-08-07')),
  red(
    'old data and a revoked permit',
    'REVOKED',
    (kit) => permit(kit, { ...later, statusIndex: REVOKED_INDEX }),
    clock('08:00', '2026-08-07'),
  ),
  amber('no status list was ever fetched', 'NO_STATUS_LIST', ordinary, { trust: 'withoutList' }),
  red('a revoked permit', 'REVOKED', (kit) => permit(kit, { statusIndex: REVOKED_INDEX })),
  amber('older than the status list, yet not on it', 'NOT_ON_STATUS_LIST', (kit) =>
    permit(kit, { statusIndex: LIST_SIZE }),
  ),
  amber('issued under rules that no longer stand', 'RULES_CHANGED', (kit) =>
    permit(kit, { ruleSet: 'DRILL-2025' }),
  ),
];

const SEEN: readonly VectorCase[] = [
  red('another plate', 'PLATE_MISMATCH', ordinary, { seen: { plateSeen: '98C-123.46' } }),
  red('another plate, seen with old data', 'PLATE_MISMATCH', (kit) => permit(kit, later), {
    deviceClock: at('08:00', '2026-08-07'),
    seen: { plateSeen: '29H00001' },
  }),
  red('one more person than declared', 'TOO_MANY_PERSONS', ordinary, { seen: { personsSeen: 4 } }),
  amber('more weight than the band', 'KG_OUTSIDE_BAND', ordinary, { seen: { kgSeen: 2201 } }),
  amber('less weight than the band', 'KG_OUTSIDE_BAND', ordinary, { seen: { kgSeen: 1799 } }),
];

const stranger: Text = (kit) => signPermit(CLAIMS, kit.stranger.signer);
const KEYS: readonly VectorCase[] = [
  red('an unknown key, with fresh data', 'UNKNOWN_KEY', stranger),
  amber('an unknown key, with old data', 'UNKNOWN_KEY', stranger, clock('08:00', '2026-08-07')),
  amber('an unknown key, with a slow clock', 'UNKNOWN_KEY', stranger, clock('05:00')),
  red('a key feared lost', 'KEY_REVOKED', (kit) => signPermit(CLAIMS, kit.lost.signer)),
  red('signed after the key was retired', 'KEY_NOT_IN_FORCE', (kit) =>
    signPermit({ ...CLAIMS, issuedAt: at('07:30') }, kit.retired.signer),
  ),
  red('signed before the key was in use', 'KEY_NOT_IN_FORCE', (kit) =>
    signPermit(CLAIMS, kit.next.signer),
  ),
  red('a stranger’s signature under our key’s name', 'BAD_SIGNATURE', (kit) =>
    forged(kit.stranger, { header: headerOf(kit.current.signer.kid, -7) }),
  ),
  red('a signature of zeros', 'BAD_SIGNATURE', (kit) =>
    forged(kit.current, { signature: new Uint8Array(64) }),
  ),
  red('the plate changed after signing', 'BAD_SIGNATURE', async (kit) => {
    const genuine = await permit(kit);
    return spliced(genuine, await permit(kit, { plate: '98C54321' }));
  }),
  red('the end changed after signing', 'BAD_SIGNATURE', async (kit) => {
    const genuine = await permit(kit);
    return spliced(genuine, await permit(kit, { validTo: at('23:00') }));
  }),
];

/** The second permit's words with the first one's signature: the last 64 bytes are the last 96 characters. */
const spliced = (genuine: string, altered: string): string =>
  altered.slice(0, -96) + genuine.slice(-96);

export const VECTOR_CASES: readonly VectorCase[] = [
  ...GENUINE,
  ...TIMES,
  ...DATA,
  ...SEEN,
  ...KEYS,
  ...MALFORMED,
];
