import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.js';
import { type Bytes, bytesOfHex, hexOf } from './bytes.js';
import type { Cbor, CborMap } from './cbor.js';
import type { Sealed } from './cose.js';
import { type EnvelopeFault, envelop, open } from './envelope.js';
import type { Signer } from './es256.js';

/** The number of a type in the token is its place here, counted from 1. Only ever append. */
export const PERMIT_TYPES = [
  'TRANSPORT_PERMIT',
  'VEHICLE_GREEN_LANE',
  'DRIVER_HEALTH',
  'HARVEST_WORKER_PASS',
  'TRADER_ENTRY',
  'LOT_SAFETY_CONFIRMATION',
  'PLANT_QUARANTINE',
  'OVERSIZE',
] as const;
export type PermitType = (typeof PERMIT_TYPES)[number];

/** What a checkpoint may know without the network. No full name, no phone, no number of any paper. */
export interface PermitClaims {
  /** 16 hex digits, see `tokenIdOf`. */
  readonly tokenId: string;
  readonly type: PermitType;
  /** As `normalPlate` writes it. */
  readonly plate: string;
  /** Initials, see `driverMark`. */
  readonly driverMark: string;
  readonly fromCode: string;
  /** The year from which the commune has been known by `fromCode`: codes were reused in 2025. */
  readonly fromYear: number;
  readonly toCode: string;
  readonly cropCode: string;
  readonly kgLeast: number;
  readonly kgMost: number;
  /** Everyone aboard, the driver too. */
  readonly persons: number;
  readonly run: string;
  /** The earliest test among those aboard; null when no test was asked. */
  readonly testedAt: Date | null;
  readonly ruleSet: string;
  /** Place of this permit in the status list. */
  readonly statusIndex: number;
  readonly issuer: string | null;
  readonly issuedAt: Date;
  readonly validFrom: Date;
  /** Exclusive. */
  readonly validTo: Date;
}

/** A permit that could be read; nothing says yet that it is genuine. */
export interface ReadPermit {
  readonly claims: PermitClaims;
  readonly sealed: Sealed;
}

export type ReadFault = EnvelopeFault | Refusal<'WRONG_CONTENT'>;

const ISS = 1;
const EXP = 4;
const NBF = 5;
const IAT = 6;
const CTI = 7;
const PERMIT = -260;

/** The texts of the inner map by label; their lengths keep the longest token under 400 characters. */
const TEXTS = {
  plate: [2, /^[0-9A-Z]{5,10}$/],
  driverMark: [3, /^[A-Z]{1,5}$/],
  fromCode: [4, /^[0-9A-Z_]{1,12}$/],
  toCode: [6, /^[0-9A-Z_]{1,12}$/],
  cropCode: [7, /^[A-Z_]{2,12}$/],
  run: [10, /^[0-9A-Z]{1,10}$/],
  ruleSet: [12, /^[0-9A-Z-]{1,20}$/],
} as const satisfies Partial<Record<keyof PermitClaims, readonly [number, RegExp]>>;
const TYPE = 1;
const FROM_YEAR = 5;
const KG = 8;
const PERSONS = 9;
const TESTED_AT = 11;
const STATUS_INDEX = 13;
const ISSUER_TEXT = /^[0-9A-Z-]{1,8}$/;

/** The last half of the permit's UUID: random in version 7, short enough for the QR. */
export const tokenIdOf = (permitId: string): string => permitId.replaceAll('-', '').slice(-16);

/**
 * The text of the QR code. Times are cut to whole seconds.
 * @throws RangeError when a claim is not of the form docs/permit-format.md gives
 */
export async function signPermit(claims: PermitClaims, signer: Signer): Promise<string> {
  const payload = payloadOf(claims);
  if (claimsOf(payload) === undefined) {
    throw new RangeError(`claims a permit cannot carry: ${claims.tokenId}`);
  }
  return envelop('LN', payload, signer);
}

/** Decodes and checks the form, not the signature. Never throws, whatever the camera saw. */
export function readPermit(text: string): ReadPermit | ReadFault {
  const sealed = open('LN', text);
  if (isRefusal(sealed)) return sealed;
  const claims = claimsOf(sealed.payload);
  return claims === undefined ? refuse('WRONG_CONTENT') : { claims, sealed };
}

function payloadOf(claims: PermitClaims): CborMap {
  const facts = new Map<number, Cbor>([
    [TYPE, PERMIT_TYPES.indexOf(claims.type) + 1],
    [FROM_YEAR, claims.fromYear],
    [KG, [claims.kgLeast, claims.kgMost]],
    [PERSONS, claims.persons],
    [STATUS_INDEX, claims.statusIndex],
  ]);
  for (const name of textNames) facts.set(TEXTS[name][0], claims[name]);
  if (claims.testedAt !== null) facts.set(TESTED_AT, seconds(claims.testedAt));
  const payload = new Map<number, Cbor>([
    [EXP, seconds(claims.validTo)],
    [NBF, seconds(claims.validFrom)],
    [IAT, seconds(claims.issuedAt)],
    [CTI, bytesOfHex(claims.tokenId)],
    [PERMIT, facts],
  ]);
  if (claims.issuer !== null) payload.set(ISS, claims.issuer);
  return payload;
}

function claimsOf(payload: CborMap): PermitClaims | undefined {
  const facts = payload.get(PERMIT);
  const cti = payload.get(CTI);
  const issuer = payload.get(ISS) ?? null;
  if (!(facts instanceof Map) || !(cti instanceof Uint8Array) || cti.length !== 8) return undefined;
  if (issuer !== null && !isText(issuer, ISSUER_TEXT)) return undefined;
  if (payload.size !== (issuer === null ? 5 : 6)) return undefined;

  const inner = factsOf(facts as CborMap);
  const [issuedAt, validFrom, validTo] = [IAT, NBF, EXP].map((label) => payload.get(label));
  if (inner === undefined || !isCount(issuedAt)) return undefined;
  if (!isCount(validFrom) || !isCount(validTo) || validTo <= validFrom) return undefined;
  return {
    ...inner,
    tokenId: hexOf(cti as Bytes),
    issuer,
    issuedAt: dateOf(issuedAt),
    validFrom: dateOf(validFrom),
    validTo: dateOf(validTo),
  };
}

type Facts = Omit<PermitClaims, 'tokenId' | 'issuer' | 'issuedAt' | 'validFrom' | 'validTo'>;

function factsOf(facts: CborMap): Facts | undefined {
  const texts = textsOf(facts);
  const typeNumber = facts.get(TYPE);
  const type = isCount(typeNumber) ? PERMIT_TYPES[typeNumber - 1] : undefined;
  const band = facts.get(KG);
  const [kgLeast, kgMost] = Array.isArray(band) && band.length === 2 ? (band as Cbor[]) : [];
  const fromYear = facts.get(FROM_YEAR);
  const persons = facts.get(PERSONS);
  const statusIndex = facts.get(STATUS_INDEX);
  const testedAt = facts.get(TESTED_AT) ?? null;
  if (texts === undefined || type === undefined) return undefined;
  if (!isCount(kgLeast) || !isCount(kgMost) || kgMost < kgLeast) return undefined;
  if (!isCount(fromYear) || !isCount(persons) || !isCount(statusIndex)) return undefined;
  if (testedAt !== null && !isCount(testedAt)) return undefined;
  if (facts.size !== (testedAt === null ? 12 : 13)) return undefined;
  return {
    ...texts,
    type,
    fromYear,
    kgLeast,
    kgMost,
    persons,
    testedAt: testedAt === null ? null : dateOf(testedAt),
    statusIndex,
  };
}

type Texts = Record<keyof typeof TEXTS, string>;
const textNames = Object.keys(TEXTS) as (keyof Texts)[];

function textsOf(facts: CborMap): Texts | undefined {
  const texts: Partial<Texts> = {};
  for (const name of textNames) {
    const [label, form] = TEXTS[name];
    const value = facts.get(label);
    if (!isText(value, form)) return undefined;
    texts[name] = value;
  }
  return texts as Texts;
}

const isCount = (value: Cbor | undefined): value is number =>
  typeof value === 'number' && value >= 0;
const isText = (value: Cbor | undefined, form: RegExp): value is string =>
  typeof value === 'string' && form.test(value);
const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);
const dateOf = (epochSeconds: number): Date => new Date(epochSeconds * 1000);
