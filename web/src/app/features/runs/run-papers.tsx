import { LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Icon } from '../../ui/icon.js';
import { fmt } from '../../words/words.js';
import type { Run } from './run-documents.js';
import { say } from './run-words.js';

/** What the rules ask of the run in plain words, what is there, what is missing, and the one way on. */
export function RunPapers({ run }: { run: Run }) {
  const words = say();
  const { permit, permitNeed: need } = run;
  if (permit?.state === 'ISSUED') {
    return (
      <Card title={words.papersOk}>
        <p>{words.validUntil(fmt().moment(new Date(permit.validTo), new Date()))}</p>
        <LinkButton href={`/app/giay/${permit.id}`} icon="qr" isWide>
          {words.showPermit}
        </LinkButton>
      </Card>
    );
  }
  if (!need) return null;
  const missing = need.requirements.filter(({ isMet }) => !isMet);
  if (need.requirements.length === 0) return <p class="earth">{words.noPapers}</p>;
  return (
    <Card title={missing.length === 0 ? words.papersOk : words.papersMissing}>
      <ul class="stack tight">
        {need.requirements.map(({ code, sentence, isMet }) => (
          <li key={code} class={isMet ? 'met' : 'unmet'}>
            <Icon name={isMet ? 'check' : 'warning'} label={isMet ? words.has : words.lacks} />
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
      {permit?.state === 'SUBMITTED' ? (
        <p class="stale">
          <Icon name="waiting" size={20} />
          {words.waitsOffice}
        </p>
      ) : (
        missing.length > 0 && <p>{need.nextStep}</p>
      )}
      {(missing.length > 0 || permit) && (
        <LinkButton href={`/app/chuyen/${run.id}/giay`} icon="permit" isWide>
          {words.toPapers}
        </LinkButton>
      )}
    </Card>
  );
}
