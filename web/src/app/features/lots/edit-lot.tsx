import { useState } from 'preact/hooks';
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
import { GradeRung } from './grade-rung.js';
import { gradeName, priceText } from './lot-face.js';
import type { DraftLine } from './lot-draft.js';
import { LotConflict } from './lot-conflict.js';
import { PriceStep } from './price-step.js';
import { WeightStep } from './weight-step.js';
import { say } from './words.js';

/** New figures as they were typed, and the version they were typed on. */
interface Edit {
  version: number;
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
export function EditLot({ lot, onDone }: { lot: Lot; onDone: () => void }) {
  const words = say();
  const deed = useDeed();
  const {
    value: edit,
    change,
    discard,
  } = useDraft<Edit>(`lot:edit:${lot.id}`, {
    version: lot.version,
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
  const save = async (version: number): Promise<void> => {
    if (!edit) return;
    setAnswer(null);
    const saved = await deed.run(UpdateLot, {
      lotId: lot.id as never,
      expectedVersion: version,
      grades: edit.lines.filter((one) => one.grams > 0),
      readyFrom: null,
      readyTo: null,
      minTakeGrams: null,
      pickupNote: null,
      photoId: null,
    });
    if (!saved) return;
    if (saved.__typename === 'VersionConflict' || saved.__typename === 'BelowReserved') {
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
              onPress={() => void save(edit?.version ?? lot.version)}
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
            mine={edit.lines}
            current={answer.current}
            message={answer.message}
            onMine={() => {
              const { version } = answer.current;
              change({ ...edit, version });
              void save(version);
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
                  <b class="num">{fmt().kg(now?.grams ?? 0)}</b>
                  <br />
                  <span class="earth">{priceText(now?.askVndPerKg ?? null)}</span>
                </GradeRung>
              );
            })}
          </section>
        )}
        {inHand && line && inHand.weight === null && (
          <WeightStep
            title={words.gramsOf(gradeName(line))}
            from={written?.grams ?? null}
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
      </div>
    </Screen>
  );
}

const nameOf = (lot: Lot, gradeCode: string): string => {
  const line = lot.grades.find(({ grade }) => grade.code === gradeCode);
  return line ? gradeName(line) : titled(gradeCode);
};
