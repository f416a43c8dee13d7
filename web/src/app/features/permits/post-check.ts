import {
  checkPermit,
  type AmberReason,
  type RedReason,
  type Trust,
} from '../../../../../src/permits/domain/check-permit.js';
import type { PermitClaims } from '../../../../../src/permits/domain/token.js';
import {
  verdictSentence,
  type VerdictReason,
} from '../../../../../src/permits/domain/verdict-words.js';
import { ask } from '../../api/ask.js';
import { Fault } from '../../api/fault.js';
import { locale } from '../../words/words.js';
import { PermitByCode, VerifyPermit } from './checkpoint-documents.js';
import { say } from './checkpoint-words.js';
import { dataTime } from './post-trust.js';

export type Verdict = 'GREEN' | 'AMBER' | 'RED';

/** What this phone alone may add to the reasons of the rules. */
type PostReason = 'NO_PAPER' | 'CODE_NEEDS_SIGNAL';

/** One vehicle at the post, as it is shown and as it will be written down. */
export interface PostCheck {
  readonly verdict: Verdict;
  readonly reason: VerdictReason | PostReason | string;
  readonly sentence: string;
  /** Further warnings beside the reason. */
  readonly cautions: readonly string[];
  readonly plate: string | null;
  readonly persons: number | null;
  readonly kg: readonly [number, number] | null;
  readonly validUntil: Date | null;
  readonly dataAgeSeconds: number;
  readonly tokenText: string | null;
  readonly permitCode: string | null;
  /** When the paper was shown. */
  readonly shownAt: Date;
}

/** What the officer sees on the vehicle. */
interface Seen {
  readonly plateSeen?: string;
  readonly personsSeen?: number;
}

/** PE-12: the verdict made on this phone alone, with what it holds. */
export async function checkText(
  text: string,
  trust: Trust,
  seen: Seen = {},
  shownAt = new Date(),
): Promise<PostCheck> {
  const checked = await checkPermit({ text, deviceClock: new Date(), trust, ...seen });
  const { verdict, reason, permit, validUntil, dataAgeSeconds, cautions } = checked;
  return {
    verdict,
    reason,
    sentence: sentenceOf(reason),
    cautions: cautions.filter((one) => one !== reason).map(sentenceOf),
    ...factsOf(permit),
    validUntil,
    dataAgeSeconds,
    tokenText: text,
    permitCode: null,
    shownAt,
  };
}

const sentenceOf = (reason: 'VALID' | RedReason | AmberReason): string =>
  verdictSentence(reason, locale.value);

const factsOf = (permit: PermitClaims | null): Pick<PostCheck, 'plate' | 'persons' | 'kg'> => ({
  plate: permit?.plate ?? null,
  persons: permit?.persons ?? null,
  kg: permit === null ? null : [permit.kgLeast, permit.kgMost],
});

/** What only the server can see, such as the same paper at a far post; undefined when it adds nothing. */
export async function doubted(
  check: PostCheck,
  checkpointId: string,
): Promise<PostCheck | undefined> {
  if (check.tokenText === null || check.verdict !== 'GREEN') return undefined;
  try {
    const { verifyPermit } = await ask(VerifyPermit, { text: check.tokenText, checkpointId });
    const { verdict, reason, sentence } = verifyPermit;
    return verdict === 'GREEN' ? undefined : { ...check, verdict, reason, sentence };
  } catch (fault) {
    if (fault instanceof Fault) return undefined;
    throw fault;
  }
}

/** PE-15: for a code that cannot be scanned; the server knows the permit, without signal nobody does. */
export async function checkCode(
  code: string,
  plateLast4: string,
  trust: Trust,
): Promise<PostCheck> {
  const shownAt = new Date();
  const asked = { ...emptyCheck(trust, shownAt), permitCode: code };
  try {
    const { permitByCode } = await ask(PermitByCode, { code, plateLast4 });
    const { verdict, reason, sentence, plate, validTo } = permitByCode;
    const validUntil = validTo === null ? null : new Date(validTo);
    return { ...asked, verdict, reason, sentence, plate, validUntil, dataAgeSeconds: 0 };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    const sentence = say().codeNeedsSignal;
    return { ...asked, verdict: 'AMBER', reason: 'CODE_NEEDS_SIGNAL', sentence };
  }
}

/** A vehicle without any paper is written down like every other. */
export const noPaper = (trust: Trust): PostCheck => ({
  ...emptyCheck(trust, new Date()),
  verdict: 'RED',
  reason: 'NO_PAPER',
  sentence: say().noPaperReason,
});

const emptyCheck = (
  trust: Trust,
  shownAt: Date,
): Omit<PostCheck, 'verdict' | 'reason' | 'sentence'> => ({
  cautions: [],
  plate: null,
  persons: null,
  kg: null,
  validUntil: null,
  dataAgeSeconds: Math.max(0, Math.floor((shownAt.getTime() - dataTime(trust).getTime()) / 1000)),
  tokenText: null,
  permitCode: null,
  shownAt,
});
