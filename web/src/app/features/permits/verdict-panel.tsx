import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isReasonOwed } from '../../../../../src/permits/domain/scan-checks.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { fmt } from '../../words/words.js';
import { say } from './checkpoint-words.js';
import { DecisionReason } from './decision-reason.js';
import { paintedPlate } from './plate-text.js';
import type { PostCheck, Verdict } from './post-check.js';
import type { Decision } from './shift.js';
import { VERDICT_LOOKS } from './verdict-look.js';

/** What the verdict asks for stands first and large; the other two are always within reach. */
const DECISIONS: Record<Verdict, readonly [Decision, Decision, Decision]> = {
  GREEN: ['LET_PASS', 'HELD', 'TURNED_BACK'],
  AMBER: ['HELD', 'LET_PASS', 'TURNED_BACK'],
  RED: ['TURNED_BACK', 'HELD', 'LET_PASS'],
};

interface VerdictPanelProps {
  check: PostCheck;
  onOtherPlate: (() => void) | undefined;
  onMorePeople: (() => void) | undefined;
  onDecide: (decision: Decision, why: string | null) => void;
  onBack: () => void;
}

/** The verdict fills the screen: word, mark and colour, the plate to compare, why, and the officer's decision. */
export function VerdictPanel(props: VerdictPanelProps) {
  const { check, onOtherPlate, onMorePeople, onDecide, onBack } = props;
  const words = say();
  const title = useRef<HTMLHeadingElement>(null);
  const [asked, setAsked] = useState<Decision | null>(null);
  const { verdict, plate } = check;
  const { tone, icon } = VERDICT_LOOKS[verdict];
  const [first, ...others] = DECISIONS[verdict];
  useLayoutEffect(() => title.current?.focus(), [verdict]);
  const decide = (decision: Decision): void => {
    if (isReasonOwed({ verdict, decision })) setAsked(decision);
    else onDecide(decision, null);
  };
  return (
    <main class={`verdict tone-${tone}`}>
      <div class="verdict-word" role="alert">
        <Icon name={icon} size={56} />
        <h1 ref={title} tabIndex={-1}>
          {words.verdicts[verdict]}
          <span class="sr">, {words.verdictNotes[verdict]}</span>
        </h1>
      </div>
      <p class="lead">{check.sentence}</p>
      {check.cautions.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {plate === null ? <p>{words.noPlate}</p> : <Plate plate={plate} />}
      <Facts check={check} />
      <p class="verdict-age">
        <Icon name="clock" size={20} />
        {words.dataAge(ageText(check))}
      </p>
      {(onOtherPlate ?? onMorePeople) && (
        <div class="two">
          {onOtherPlate && <Button onPress={onOtherPlate}>{words.otherPlate}</Button>}
          {onMorePeople && <Button onPress={onMorePeople}>{words.morePeople}</Button>}
        </div>
      )}
      <div class="verdict-acts stack tight">
        <Button look="main" isWide onPress={() => decide(first)}>
          {words.decisions[first]}
        </Button>
        <div class="two">
          {others.map((decision) => (
            <Button key={decision} isWide onPress={() => decide(decision)}>
              {words.decisions[decision]}
            </Button>
          ))}
        </div>
        <Button look="quiet" isWide icon="qr" onPress={onBack}>
          {words.backToScan}
        </Button>
      </div>
      <DecisionReason
        decision={asked}
        onClose={() => setAsked(null)}
        onSay={(decision, why) => onDecide(decision, why)}
      />
    </main>
  );
}

const ageText = ({ dataAgeSeconds, shownAt }: PostCheck): string =>
  fmt().age(new Date(shownAt.getTime() - dataAgeSeconds * 1000), shownAt);

/** Province and series over the number, as it is painted on a lorry. */
function Plate({ plate }: { plate: string }) {
  const words = say();
  const painted = paintedPlate(plate);
  return (
    <div>
      <p class="plate-huge num" role="img" aria-label={words.plate(painted)}>
        {painted.split('-').map((line) => (
          <span key={line}>{line}</span>
        ))}
      </p>
      <p>{words.comparePlate}</p>
    </div>
  );
}

function Facts({ check: { persons, kg, validUntil } }: { check: PostCheck }) {
  const words = say();
  const { number } = fmt();
  const facts: readonly (readonly [string, string])[] = [
    ...(persons === null ? [] : [[words.persons, number(persons)] as const]),
    ...(kg === null ? [] : [[words.load, words.band(number(kg[0]), number(kg[1]))] as const]),
    ...(validUntil === null ? [] : [[words.until, fmt().moment(validUntil, new Date())] as const]),
  ];
  if (facts.length === 0) return null;
  return (
    <dl>
      {facts.map(([label, value]) => (
        <div class="leader" key={label}>
          <dt>{label}</dt>
          <dd class="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
