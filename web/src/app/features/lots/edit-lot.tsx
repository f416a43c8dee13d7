import { useState } from 'preact/hooks';
import type { Id } from '../../../../../src/kernel/id.js';
import { grams, type Grams, type Vnd } from '../../../../../src/kernel/units.js';
import { isOnline } from '../../api/line.js';
import type { ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { useDraft } from '../../offline/use-draft.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { NotDone } from '../../ui/not-done.js';
import { Skeleton } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { UpdateLot, type Lot, type LotLine } from './documents.js';
import { drawingOf, goodsOfLot } from './goods.js';
import { GradeFigures, GradeRung } from './grade-rung.js';
import { gradeName } from './lot-face.js';
import { disputed, rebased, type DraftLine } from './lot-draft.js';
import { LotConflict } from './lot-conflict.js';
import { PriceStep } from './price-step.js';
import { WeightStep } from './weight-step.js';
import { say } from './words.js';

/** New figures as they were typed, and the version they were typed on. */
interface Edit {
  version: number;
  /** As they were before. */
  base: readonly DraftLine[];
  lines: readonly DraftLine[];
}

type Answer = Extract<
  ResultOf<typeof UpdateLot>['updateLot'],
  { __typename: 'VersionConflict' | 'BelowReserved' }
>;

/** What the household still stands for: promised and weighed parts, and what is free. */
const standing = ({ freeGrams, reservedGrams, weighedGrams }: LotLine): Grams =>
  grams(freeGrams + reservedGrams + weighedGrams);

const linesOf = (lot: Lot): DraftLine[] =>
  lot.grades.map((line) => ({
    gradeCode: line.grade.code,
    grams: standing(line),
    askVndPerKg: line.askVndPerKg,
  }));

/** Weights and prices of a lot; what another phone changed in the meantime is shown beside what was typed here. */
export default function EditLot({ lot, onDone }: { lot: Lot; onDone: () => void }) {
  const words = say();
  const deed = useDeed();
  const {
    value: edit,
    change,
    discard,
  } = useDraft<Edit>(`lot:edit:${lot.id}`, {
    version: lot.version,
    base: linesOf(lot),
    lines: linesOf(lot),
  });
  const [inHand, setInHand] = useState<{ code: string; weight: Grams | null } | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);

  const line = lot.grades.find(({ grade }) => grade.code === inHand?.code);
  const written = edit?.lines.find(({ gradeCode }) => gradeCode === inHand?.code);

  const finish = (): void => {
    discard();
    onDone();
  };
  const save = async ({ version, base, lines }: Edit): Promise<void> => {
    setAnswer(null);
    const saved = await deed.run(UpdateLot, {
      lotId: lot.id as never,
      expectedVersion: version,
      grades: lines.filter((one) => one.grams > 0),
      readyFrom: null,
      readyTo: null,
      minTakeGrams: null,
      pickupNote: null,
      photoId: null,
    });
    if (!saved) return;
    if (saved.__typename === 'BelowReserved' || isAnother(saved, base, lines)) {
      setAnswer(saved);
      return;
    }
    toast(words.saved);
    finish();
  };
  const price = (askVndPerKg: Vnd | null): void => {
    if (!edit || !inHand) return;
    const weight = inHand.weight ?? written?.grams ?? grams(0);
    change({
      ...edit,
      lines: edit.lines.map((one) =>
        one.gradeCode === inHand.code ? { ...one, grams: weight, askVndPerKg } : one,
      ),
    });
    setInHand(null);
  };

  return (
    <Screen
      title={`${words.edit} · ${goodsOfLot(lot)}`}
      code="A6"
      action={
        inHand || answer?.__typename === 'VersionConflict' ? undefined : (
          <>
            <Button
              look="main"
              isWide
              isDisabled={deed.isBusy || !isOnline.value || !edit}
              onPress={() => edit && void save(edit)}
            >
              {words.save}
            </Button>
            <Button look="quiet" isWide onPress={finish}>
              {words.repeatNo}
            </Button>
          </>
        )
      }
    >
      <div class="stack">
        {!edit && <Skeleton rows={3} />}
        {!isOnline.value && <p class="stale">{words.needLine}</p>}
        <NotDone why={deed.notDone} />
        {answer?.__typename === 'BelowReserved' && (
          <div role="alert" class="stack tight">
            <NotDone why={{ ...answer, field: 'grades' }} />
            {answer.reservations.map(({ gradeCode, reservedGrams }) => (
              <p key={gradeCode}>
                {words.promised(nameOf(lot, gradeCode), fmt().kg(reservedGrams))}
              </p>
            ))}
          </div>
        )}
        {edit && answer?.__typename === 'VersionConflict' && (
          <LotConflict
            mine={rebased(edit.base, edit.lines, linesOf(answer.current))}
            theirs={linesOf(answer.current)}
            current={answer.current}
            message={answer.message}
            onMine={(lines) => {
              const base = linesOf(answer.current);
              const next = { version: answer.current.version, base, lines };
              change(next);
              void save(next);
            }}
            onTheirs={finish}
          />
        )}
        {edit && !inHand && answer?.__typename !== 'VersionConflict' && (
          <section class="stack tight">
            {lot.grades.map(({ grade }) => {
              const now = edit.lines.find(({ gradeCode }) => gradeCode === grade.code);
              return (
                <GradeRung
                  key={grade.code}
                  drawing={drawingOf(lot)}
                  grade={grade}
                  onPress={() => setInHand({ code: grade.code, weight: null })}
                >
                  <GradeFigures
                    grams={now?.grams ?? grams(0)}
                    askVndPerKg={now?.askVndPerKg ?? null}
                  />
                </GradeRung>
              );
            })}
          </section>
        )}
        {inHand && line && inHand.weight === null && (
          <WeightStep
            title={words.gramsOf(gradeName(line))}
            from={written?.grams ?? null}
            householdId={lot.isMine ? null : ((lot.household?.id ?? null) as Id | null)}
            canLeaveOut
            onWeight={(weight) => setInHand({ ...inHand, weight })}
          />
        )}
        {inHand && line && inHand.weight !== null && (
          <PriceStep
            title={words.priceOf(gradeName(line))}
            from={written?.askVndPerKg ?? null}
            onPrice={price}
          />
        )}
        {inHand && (
          <Button look="quiet" isWide icon="back" onPress={() => setInHand(null)}>
            {words.stepBack}
          </Button>
        )}
      </div>
    </Screen>
  );
}

type Saved = Exclude<ResultOf<typeof UpdateLot>['updateLot'], { __typename: 'Refused' }>;

/** Another phone made something else of what was changed here; that it made the very same is no conflict. */
function isAnother(
  saved: Saved,
  base: readonly DraftLine[],
  lines: readonly DraftLine[],
): saved is Extract<Saved, { __typename: 'VersionConflict' }> {
  if (saved.__typename !== 'VersionConflict') return false;
  const theirs = linesOf(saved.current);
  return disputed(rebased(base, lines, theirs), theirs).length > 0;
}

const nameOf = (lot: Lot, gradeCode: string): string => {
  const line = lot.grades.find(({ grade }) => grade.code === gradeCode);
  return line ? gradeName(line) : titled(gradeCode);
};
