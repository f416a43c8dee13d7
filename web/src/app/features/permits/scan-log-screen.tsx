import { queue } from '../../offline/phone.js';
import { useDraft } from '../../offline/use-draft.js';
import { Screen } from '../../shell/screen.js';
import { LinkButton } from '../../ui/button.js';
import { Chip } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { EmptyState } from '../../ui/states.js';
import { clockText } from '../../words/format.js';
import { fmt } from '../../words/words.js';
import { say } from './checkpoint-words.js';
import { countOf, scansOf, SHIFT, type Shift } from './shift.js';
import { VERDICT_LOOKS } from './verdict-look.js';

/** Every vehicle of the shift, as this phone wrote it down. */
export default function ScanLogScreen() {
  const words = say();
  const shift = useDraft<Shift | null>(SHIFT, null).value;
  const scans = shift ? scansOf(queue.value, shift) : [];
  const { number } = fmt();
  return (
    <Screen title={words.log} code="P3" showsSignal>
      <div class="stack">
        {shift && (
          <section class="stack tight">
            <h2>{words.shiftAt(shift.name)}</h2>
            <p class="lead">
              {words.total}: <b class="num">{number(scans.length)}</b>
            </p>
            <p>
              {words.counts(
                number(countOf(scans, 'GREEN')),
                number(countOf(scans, 'AMBER')),
                number(countOf(scans, 'RED')),
              )}
            </p>
          </section>
        )}
        {scans.length === 0 && (
          <EmptyState
            picture={<Icon name="qr" size={56} />}
            title={shift ? words.noScans : words.noShift}
            note={words.noScansNote}
          >
            <LinkButton look="main" href="/app/chot">
              {shift ? words.scan : words.choose}
            </LinkButton>
          </EmptyState>
        )}
        <ol class="stack tight">
          {scans.map((scan) => (
            <li key={scan.id} class="weigh-row">
              <span class="earth num">{clockText(scan.at)}</span>
              <span class="grow">
                <b>{scan.title}</b>
                {scan.state === 'refused' && <span class="soon"> · {words.refused}</span>}
                {(scan.state === 'waiting' || scan.state === 'sending') && (
                  <span class="soon"> · {words.unsent}</span>
                )}
              </span>
              <Chip {...VERDICT_LOOKS[scan.verdict]}>{words.verdicts[scan.verdict]}</Chip>
            </li>
          ))}
        </ol>
      </div>
    </Screen>
  );
}
