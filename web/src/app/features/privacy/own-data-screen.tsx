import type { ResultOf } from '../../api/graphql.js';
import { isOnline } from '../../api/line.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { LinkButton } from '../../ui/button.js';
import { KeptNote } from '../../ui/chips.js';
import { Switch } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { ChooseConsent, OwnData } from './documents.js';
import { Forgetting } from './forgetting.js';
import { NumberViews } from './number-views.js';
import { TakeAway } from './take-away.js';
import { say } from './words.js';

/** Whose party may have more than one telephone. */
const SPEAKS: ReadonlySet<string> = new Set(['GROWER', 'COOP_CLERK', 'TRADER', 'TRANSPORTER']);

type Consent = ResultOf<typeof OwnData>['myConsents'][number];

/** What the market keeps about whoever holds the phone, who saw it, and what she may do about it. */
export default function OwnDataScreen() {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(OwnData, {});
  return (
    <Screen title={words.title} code="M5" back="/app/cai-dat">
      <div class="stack loose">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={4} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && (
          <>
            {SPEAKS.has(session.value?.role ?? '') && (
              <LinkButton isWide href="/app/nguoi-nha" icon="people">
                {words.ourNumbers}
              </LinkButton>
            )}
            <Consents consents={data.myConsents} onChosen={refresh} />
            <NumberViews first={data.whoSawMyNumber} />
            <TakeAway />
            <Forgetting erasure={data.myErasure} onChanged={refresh} />
          </>
        )}
      </div>
    </Screen>
  );
}

function Consents({ consents, onChosen }: { consents: readonly Consent[]; onChosen: () => void }) {
  const words = say();
  const deed = useDeed();
  const choose = async ({ purpose, version }: Consent, isGiven: boolean): Promise<void> => {
    await deed.run(ChooseConsent, { purpose, version, isGiven }, purpose);
    onChosen();
  };
  return (
    <section class="stack tight">
      <h2>{words.consents}</h2>
      <p class="earth">{words.consentsNote}</p>
      {!isOnline.value && <p class="stale">{words.needLine}</p>}
      {consents.map((consent) => {
        const { label, note } = words.purposes[consent.purpose];
        const since =
          consent.since === null
            ? ''
            : ` ${words.since(fmt().moment(new Date(consent.since), new Date()))}.`;
        return (
          <Switch
            key={consent.purpose}
            label={label}
            note={`${note}${since}`}
            isOn={consent.isGiven}
            onChange={(isGiven) => void choose(consent, isGiven)}
          />
        );
      })}
      <NotDone why={deed.notDone} />
    </section>
  );
}
