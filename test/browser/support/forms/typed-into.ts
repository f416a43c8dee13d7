import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FEATURES = join(dirname(fileURLToPath(import.meta.url)), '../../../../web/src/app/features');

/** Fields of the kit and of features, by the way they are named; a list to choose from is no field to type into. */
const FIELD = /<(?!PickField\b)(\w+Field|\w+Pad|\w+InWords|\w*(Reason|Why)Sheet|textarea)\b/;
const INPUT = /<input\b[\s\S]*?\/>/g;
const CHOSEN = /type="(radio|checkbox|file)"/;

/** Fields without a button of their own, and the form that is tried with them. */
export const PARTS: Readonly<Record<string, string>> = {
  'accounts/phone-reason-field': 'accounts/voucher-screen',
  'accounts/pin-field': 'accounts/own-pin',
  'accounts/secret-field': 'accounts/staff-sign-in-screen',
  'accounts/given-word': 'accounts/ask-household-screen',
  'permits/why-sheet': 'permits/permit-file',
  'planning/member-weight': 'planning/report-list-screen',
};

const ANY_WORDS = 'words that may be left out, and of which none are wrong';
const LOOKED_FOR = 'what is looked for is found or not; nothing is sent';

/** What nobody can be refused for, and why. */
export const NEVER_REFUSED: Readonly<Record<string, string>> = {
  'accounts/counter-screen': LOOKED_FOR,
  'accounts/parties-screen': LOOKED_FOR,
  'demand/need-screen': ANY_WORDS,
  'lots/check-step': ANY_WORDS,
  'lots/paste-post-screen': 'what cannot be read of a post is asked for by the steps of the lot',
  'market/search-form': LOOKED_FOR,
  'office/day-picker': 'another day to look at',
  'orders/part-sheet': 'keys alone make the number, and what is wrong with it stands above them',
  'orders/trader-home': LOOKED_FOR,
  'planning/calendar-screen': 'another day to look at',
  'planning/commune-screen': LOOKED_FOR,
  'planning/members-screen': LOOKED_FOR,
  'planning/report-screen': 'keys alone make the number, and without one the button says: nothing',
  'pools/new-pool': ANY_WORDS,
  'replies/call-back-screen': ANY_WORDS,
};

/** Every file below the features that draws something to type into. */
export const typedInto = (): string[] =>
  readdirSync(FEATURES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => file.replace('.tsx', ''))
    .filter((file) => {
      const source = sourceOf(file);
      const inputs = source.match(INPUT) ?? [];
      return FIELD.test(source) || inputs.some((input) => !CHOSEN.test(input));
    });

export const draws = (file: string, part: string): boolean =>
  sourceOf(file).includes(`/${part.split('/')[1]}.js'`);

const sourceOf = (file: string): string => readFileSync(join(FEATURES, `${file}.tsx`), 'utf8');
