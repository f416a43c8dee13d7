import { useState } from 'preact/hooks';
import type { ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chip } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { fmt, locale } from '../../words/words.js';
import { ClaimPermit, IssuePermit, RejectPermit, type PermitDesk } from './office-documents.js';
import { say } from './office-words.js';
import { say as sayPermit } from './permit-words.js';
import { paintedPlate } from './plate-text.js';
import { WhySheet } from './why-sheet.js';

type Permit = ResultOf<typeof PermitDesk>['permitQueue'][number];

interface PermitFileProps {
  permit: Permit;
  /** `plate` when it was issued, so that it can be looked at. */
  onDecided: (issued?: { id: string; plate: string }) => void;
}

/** One file: why the machine did not issue it, who is aboard, and the reviewer's word. */
export function PermitFile({ permit, onDecided }: PermitFileProps) {
  const words = say();
  const deed = useDeed();
  const [isRejecting, setRejecting] = useState(false);
  const plate = paintedPlate(permit.plate);
  const input = { permitId: permit.id };
  const now = new Date();
  const isOthers = permit.claimedUntil !== null && !permit.isClaimedByMe;
  const claim = async (): Promise<void> => {
    if (await deed.run(ClaimPermit, input)) onDecided();
  };
  const issue = async (): Promise<void> => {
    if (await deed.run(IssuePermit, input)) onDecided({ id: permit.id, plate });
  };
  const reject = async (reason: string): Promise<void> => {
    setRejecting(false);
    if (await deed.run(RejectPermit, { ...input, reason })) onDecided();
  };
  return (
    <Card
      title={<span class="num">{plate}</span>}
      aside={
        permit.claimedUntil !== null && (
          <Chip tone={isOthers ? 'plain' : 'blue'} icon="eye">
            {isOthers ? words.claimed : words.mine}
          </Chip>
        )
      }
    >
      <p>
        {locale.value === 'vi' ? permit.crop.nameVi : permit.crop.nameEn}{' '}
        {fmt().load(permit.loadGrams)} → {permit.destination?.name} ·{' '}
        {words.persons(fmt().number(permit.persons))} ·{' '}
        {fmt().moment(new Date(permit.validFrom), now)}
      </p>
      <p class="earth">
        {permit.code} · {words.waits(fmt().age(new Date(permit.createdAt), now))}
      </p>
      <ul class="stack tight">
        {permit.reasons.map(({ code, sentence }) => (
          <li key={code} class="unmet">
            <Icon name="info" size={20} />
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
      <Crew permit={permit} />
      <NotDone why={deed.notDone} />
      {permit.isClaimedByMe ? (
        <div class="stack">
          <Button look="main" icon="check" isDisabled={deed.isBusy} onPress={() => void issue()}>
            {words.issue}
          </Button>
          <Button look="stop" isDisabled={deed.isBusy} onPress={() => setRejecting(true)}>
            {words.reject}
          </Button>
        </div>
      ) : (
        !isOthers && (
          <Button icon="eye" isDisabled={deed.isBusy} onPress={() => void claim()}>
            {words.claim}
          </Button>
        )
      )}
      <WhySheet
        title={words.rejectTitle(plate)}
        action={words.reject}
        isOpen={isRejecting}
        onClose={() => setRejecting(false)}
        onSay={(why) => void reject(why)}
      />
    </Card>
  );
}

function Crew({ permit: { crew } }: { permit: Permit }) {
  const words = say();
  if (!crew || crew.length === 0) return null;
  return (
    <ul aria-label={words.crew}>
      {crew.map(({ personId, name, proofs: [test] }) => (
        <li key={personId}>
          <b>{name}</b>{' '}
          <span class="earth">
            {test
              ? `${sayPermit().kinds[test.kind]}, ${test.isNegative ? words.negative : words.positive}, ${fmt().moment(new Date(test.sampledAt), new Date())}`
              : words.noTest}
          </span>
        </li>
      ))}
    </ul>
  );
}
