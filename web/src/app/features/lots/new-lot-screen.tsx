import { useState } from 'preact/hooks';
import type { Vnd } from '../../../../../src/kernel/units.js';
import { newId } from '../../offline/new-id.js';
import { noted } from '../../offline/phone.js';
import { useDraft } from '../../offline/use-draft.js';
import { useRead } from '../../offline/use-read.js';
import { lazyScreen, PartNotFetched, type RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Receipt } from '../../ui/sheet.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { CheckStep } from './check-step.js';
import { CropStep } from './crop-step.js';
import { CropBook, MyLots } from './documents.js';
import { drawingOf, goodsOf } from './goods.js';
import { GradesStep } from './grades-step.js';
import { emptyDraft, needsPhoto, totalOf, withLine, type LotDraft } from './lot-draft.js';
import { newLotKey, offerLot } from './offer-lot.js';
import { PriceStep } from './price-step.js';
import { WeightStep } from './weight-step.js';
import { say } from './words.js';

/** Most lots have nothing to say of it. */
const SprayStep = lazyScreen(() => import('./spray-step.js'), PartNotFetched);

/** Where the arrow leads inside the form; from the first step it leaves. */
const BEFORE: Record<LotDraft['step'], LotDraft['step'] | null> = {
  crop: null,
  grades: 'crop',
  grams: 'grades',
  price: 'grams',
  check: 'grades',
  spray: 'check',
};

/** "Bán 500 kg na dai loại 1, 35.000 ₫/kg, sáng mai. Đúng không?", one decision after the other. */
export default function NewLotScreen({ query }: RouteProps) {
  const words = say();
  const book = useRead(CropBook, {});
  const mine = useRead(MyLots, { first: 20 });
  const draftKey = newLotKey(query['tu']);
  const { value: draft, change, discard } = useDraft<LotDraft>(draftKey, emptyDraft(newId()));
  const [written, setWritten] = useState<'published' | 'draft' | null>(null);
  const [isFull, setFull] = useState(false);

  if (written) {
    return (
      <Screen title={words.newLot} code="A3" back="/app/lo">
        <Receipt title={written === 'published' ? words.sent : words.kept}>
          <p class="earth">{words.sentNote}</p>
          <LinkButton look="main" href="/app/lo" icon="stall">
            {words.seeLots}
          </LinkButton>
        </Receipt>
      </Screen>
    );
  }
  if (!draft || !book.data) {
    return (
      <Screen title={words.newLot} code="A3" back="/app/lo">
        {!book.data && book.fault ? (
          <ErrorState fault={book.fault} onRetry={book.refresh} />
        ) : (
          <Skeleton rows={3} height={7} />
        )}
      </Screen>
    );
  }

  const { crops } = book.data;
  const crop = crops.find(({ code }) => code === draft.cropCode);
  const grade = crop?.grades.find(({ code }) => code === draft.gradeInHand);
  const inHand = draft.lines.find(({ gradeCode }) => gradeCode === draft.gradeInHand);
  const usual = [...new Set(mine.data?.myLots.nodes.map(drawingOf))];
  const total = totalOf(draft.lines);
  const set = (part: Partial<LotDraft>): void => change({ ...draft, ...part });

  const finish = async (isPublished: boolean): Promise<void> => {
    if (!crop) return;
    const { household } = draft;
    const goods = goodsOf(crop, draft.varietyCode);
    const title = [words.actTitle(fmt().kg(total), goods), household?.name]
      .filter(Boolean)
      .join(' · ');
    try {
      const act = await offerLot(draft, title, isPublished, draftKey);
      const undone = draft;
      // The next lot of this form is of the same household.
      if (household) change({ ...emptyDraft(newId()), household });
      else discard();
      setWritten(isPublished ? 'published' : 'draft');
      noted(words.noted(fmt().kg(total)), act, () => {
        change({ ...undone, lotId: newId() });
        setWritten(null);
      });
    } catch (full) {
      if (!(full instanceof DOMException)) throw full;
      setFull(true);
    }
  };

  const priced = (askVndPerKg: Vnd | null): void => {
    const gradeCode = draft.gradeInHand ?? '';
    const grams = draft.gramsInHand ?? inHand?.grams;
    if (grams === undefined) return;
    set({
      lines: withLine(draft.lines, { gradeCode, grams, askVndPerKg }),
      gramsInHand: null,
      step: 'grades',
    });
  };

  const before = BEFORE[draft.step];
  return (
    <Screen
      title={draft.household ? words.forHousehold(draft.household.name) : words.newLot}
      code="A3"
      step={draft.step}
      back={before === null ? '/app/lo' : undefined}
      action={
        draft.step === 'grades' ? (
          <Button
            look="main"
            isWide
            isDisabled={draft.lines.length === 0}
            onPress={() => set({ step: 'check' })}
          >
            {draft.lines.length === 0 ? words.needKg : words.done(fmt().kg(total))}
          </Button>
        ) : draft.step === 'check' ? (
          <>
            <Button
              look="main"
              isWide
              isDisabled={needsPhoto(total) && !draft.photo}
              onPress={() => void finish(true)}
            >
              {words.publish}
            </Button>
            <Button look="quiet" isWide onPress={() => void finish(false)}>
              {words.keep}
            </Button>
          </>
        ) : undefined
      }
    >
      {isFull && (
        <p class="stale" role="alert">
          {words.full}
        </p>
      )}
      {(draft.step === 'crop' || !crop) && (
        <CropStep
          crops={crops}
          usual={usual}
          onChoose={(cropCode, varietyCode) =>
            set({
              cropCode,
              varietyCode,
              step: 'grades',
              lines: cropCode === draft.cropCode ? draft.lines : [],
            })
          }
        />
      )}
      {draft.step === 'grades' && crop && (
        <GradesStep
          crop={crop}
          drawing={draft.varietyCode ?? crop.code}
          lines={draft.lines}
          onGrade={(gradeInHand) => set({ gradeInHand, step: 'grams' })}
        />
      )}
      {draft.step === 'grams' && grade && (
        <WeightStep
          key={grade.code}
          title={words.gramsOf(titled(named(grade)))}
          from={inHand?.grams ?? null}
          householdId={draft.household?.id ?? null}
          canLeaveOut={inHand !== undefined}
          onWeight={(grams) => {
            if (grams === 0) {
              set({ lines: draft.lines.filter((line) => line !== inHand), step: 'grades' });
              return;
            }
            set({ gramsInHand: grams, step: 'price' });
          }}
        />
      )}
      {draft.step === 'price' && grade && (
        <PriceStep
          key={grade.code}
          title={words.priceOf(titled(named(grade)))}
          from={inHand?.askVndPerKg ?? null}
          onPrice={priced}
        />
      )}
      {draft.step === 'check' && crop && <CheckStep crop={crop} draft={draft} set={set} />}
      {draft.step === 'spray' && (
        <SprayStep
          spray={draft.spray}
          onChange={(spray) => set({ spray })}
          onDone={() => set({ step: 'check' })}
        />
      )}
      {before !== null && draft.step !== 'check' && (
        <Button look="quiet" isWide icon="back" onPress={() => set({ step: before })}>
          {words.stepBack}
        </Button>
      )}
    </Screen>
  );
}
