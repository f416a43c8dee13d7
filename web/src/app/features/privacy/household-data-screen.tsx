import { useState } from 'preact/hooks';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Card } from '../../ui/card.js';
import { fmt } from '../../words/words.js';
import { AtCounter } from '../accounts/at-counter.js';
import { HouseholdAtCounter } from '../accounts/counter-documents.js';
import { GivenWord } from '../accounts/given-word.js';
import { ExportFiles, rowsOf, saveExport, type Made } from './export-files.js';
import { AskToExport, ExportHouseholdData } from './household-documents.js';
import { say } from './household-data-words.js';

/** A household without the app is handed at the counter what the market keeps about it. What was handed goes with the screen. */
export default function HouseholdDataScreen({ params }: RouteProps) {
  const words = say();
  const householdId = params['id'] ?? '';
  const read = useRead(HouseholdAtCounter, { householdId });
  const [made, setMade] = useState<Made | null>(null);
  return (
    <AtCounter title={words.title} code="A22" back={`/app/xin-phep/${householdId}`} read={read}>
      {({ name, hamlet, hasPhone }) => (
        <>
          <Card title={name}>
            {hamlet && <p class="earth">{hamlet}</p>}
            <p>{words.what}</p>
            <p>{words.told}</p>
          </Card>
          {made ? (
            <section class="stack">
              <p role="status">{words.made(fmt().number(rowsOf(made)))}</p>
              <ExportFiles isBusy={false} onPick={(kind) => saveExport(made, kind)} />
              <p class="stale">{words.once}</p>
            </section>
          ) : (
            <GivenWord
              id="data-code"
              look="main"
              hasPhone={hasPhone}
              words={words}
              onAsk={(asking) => asking.run(AskToExport, { householdId })}
              onGiven={async (recording, proof) => {
                const given = await recording.run(ExportHouseholdData, { householdId, ...proof });
                if (given) setMade(given);
              }}
            />
          )}
        </>
      )}
    </AtCounter>
  );
}
