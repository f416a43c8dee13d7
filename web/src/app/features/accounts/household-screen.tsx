import { useLocation } from 'preact-iso/router';
import { useDeed } from '../../api/use-deed.js';
import { useDraft } from '../../offline/use-draft.js';
import { useRead } from '../../offline/use-read.js';
import { signedIn } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { CropDrawing } from '../../ui/crop-drawing.js';
import { TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { named, titled } from '../../words/named.js';
import { HouseholdFacts, RegisterHousehold } from './documents.js';
import { sessionOf } from './session-of.js';
import { say } from './words.js';

interface HouseholdDraft {
  step: 'name' | 'commune' | 'crop' | 'ask';
  name: string;
  unitId: string;
  cropCode: string;
}

const EMPTY: HouseholdDraft = { step: 'name', name: '', unitId: '', cropCode: '' };

/** A name and four taps: commune, crop, and a yes to the sentence they make. */
export default function HouseholdScreen() {
  const words = say();
  const { route } = useLocation();
  const facts = useRead(HouseholdFacts, {});
  const { value: draft, change, discard } = useDraft('household', EMPTY);
  const deed = useDeed('household');
  if (!draft || !facts.data) {
    return (
      <Screen title={words.newHousehold} code="K4" back="/app">
        {facts.fault ? (
          <ErrorState fault={facts.fault} onRetry={facts.refresh} />
        ) : (
          <Skeleton rows={4} height={4} />
        )}
      </Screen>
    );
  }
  const { crops, adminUnits } = facts.data;
  const communes = adminUnits.filter(({ kind }) => kind === 'COMMUNE' || kind === 'TOWNSHIP');
  const commune = communes.find(({ id }) => id === draft.unitId);
  const crop = crops.find(({ code }) => code === draft.cropCode);
  const set = (part: Partial<HouseholdDraft>): void => change({ ...draft, ...part });

  const register = async (isReallyNew: boolean): Promise<void> => {
    const { name, unitId, cropCode } = draft;
    const me = await deed.run(RegisterHousehold, {
      name,
      unitId,
      cropCode,
      areaM2: null,
      isReallyNew,
    });
    if (!me) return;
    discard();
    signedIn(sessionOf(me));
    route('/app', true);
  };

  return (
    <Screen title={words.newHousehold} code="K4" back="/app" step={draft.step}>
      {draft.step === 'name' && (
        <form class="stack loose" onSubmit={(event) => event.preventDefault()}>
          <TextField
            id="name"
            label={words.name}
            hint={words.nameHint}
            autocomplete="name"
            pattern="\s*\S.*\S\s*"
            maxLength={80}
            value={draft.name}
            onChange={(name) => set({ name })}
          />
          <Button
            look="main"
            isWide
            type="submit"
            isDisabled={draft.name.trim().length < 2}
            onPress={() => set({ step: 'commune' })}
          >
            {words.next}
          </Button>
          <LinkButton isWide icon="truck" href="/app/dang-ky">
            {words.iTrade}
          </LinkButton>
          <Button look="quiet" isWide onPress={() => route('/app')}>
            {words.justLook}
          </Button>
        </form>
      )}
      {draft.step === 'commune' && (
        <section class="stack">
          <h2>{words.commune}</h2>
          <div class="tiles">
            {communes.map(({ id, name }) => (
              <button
                type="button"
                class="btn"
                key={id}
                onClick={() => set({ unitId: id, step: 'crop' })}
              >
                {name}
              </button>
            ))}
          </div>
        </section>
      )}
      {draft.step === 'crop' && (
        <section class="stack">
          <h2>{words.crop}</h2>
          <div class="tiles">
            {crops.map((one) => (
              <button
                type="button"
                class="btn tall"
                key={one.code}
                onClick={() => set({ cropCode: one.code, step: 'ask' })}
              >
                <CropDrawing code={one.code} size={56} />
                {titled(named(one))}
              </button>
            ))}
          </div>
        </section>
      )}
      {draft.step === 'ask' && commune && crop && (
        <section class="stack loose">
          <p class="said">{words.sentence(draft.name.trim(), commune.name, named(crop))}</p>
          <h2>{words.ask}</h2>
          <NotDone why={deed.notDone} />
          <Button look="main" isWide isDisabled={deed.isBusy} onPress={() => void register(false)}>
            {words.right}
          </Button>
          {deed.notDone?.field === 'name' && (
            <Button isWide isDisabled={deed.isBusy} onPress={() => void register(true)}>
              {words.another}
            </Button>
          )}
          <Button isWide onPress={() => set({ step: 'name' })}>
            {words.mend}
          </Button>
        </section>
      )}
    </Screen>
  );
}
