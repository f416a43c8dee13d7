import { useState } from 'preact/hooks';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { LinkButton } from '../../ui/button.js';
import { KeptNote } from '../../ui/chips.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { PermitDesk } from './office-documents.js';
import { say } from './office-words.js';
import { PermitFile } from './permit-file.js';
import { RulePacks } from './rule-packs.js';

interface Issued {
  id: string;
  plate: string;
}

/** The office's desk for papers: files the machine could not decide, and the rules in force. */
export default function DeskScreen() {
  const words = say();
  const [issued, setIssued] = useState<readonly Issued[]>([]);
  const { data, at, isKept, isLoading, fault, refresh } = useRead(PermitDesk, {});
  return (
    <Screen title={words.title} code="V6" back="/app/vp" density="desk">
      <div class="stack loose">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={4} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && (
          <>
            <section class="stack">
              <h2>{words.queue}</h2>
              {data.permitQueue.length === 0 && <p class="earth">{words.none}</p>}
              {issued.map(({ id, plate }) => (
                <p class="row" role="status" key={id}>
                  {words.issued(plate)}
                  <LinkButton href={`/app/giay/${id}`} icon="permit">
                    {words.look}
                  </LinkButton>
                </p>
              ))}
              <div class="columns">
                {data.permitQueue.map((permit) => (
                  <PermitFile
                    key={permit.id}
                    permit={permit}
                    onDecided={(one) => {
                      if (one) setIssued((before) => [...before, one]);
                      refresh();
                    }}
                  />
                ))}
              </div>
            </section>
            <LinkButton href="/app/vp/phong-toa" icon="lock">
              {words.closures}
            </LinkButton>
            <RulePacks packs={data.rulePacks} onEnded={refresh} />
          </>
        )}
      </div>
    </Screen>
  );
}
