import { TextField } from '../../ui/field.js';
import { Button } from '../../ui/button.js';
import { Slip } from '../../ui/slip.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import type { Crop } from './documents.js';
import { goodsOf } from './goods.js';
import { needsPhoto, totalOf, type LotDraft } from './lot-draft.js';
import { PhotoPick } from '../../ui/photo-pick.js';
import { say } from './words.js';

interface CheckStepProps {
  crop: Crop;
  draft: LotDraft;
  set: (part: Partial<LotDraft>) => void;
}

/** The lot said back in one sentence, and everything that may still be changed about it. */
export function CheckStep({ crop, draft, set }: CheckStepProps) {
  const words = say();
  const total = totalOf(draft.lines);
  const when = words.days[draft.daysAhead] ?? '';
  const { daysAgo, interval } = draft.spray;
  const whose = draft.household ? `${words.forHousehold(draft.household.name)}. ` : '';
  const isSprayed = daysAgo !== '' && interval !== '';
  const lines = crop.grades.flatMap((grade) => {
    const line = draft.lines.find(({ gradeCode }) => gradeCode === grade.code);
    if (!line) return [];
    const price = line.askVndPerKg === null ? words.byOrder : fmt().perKg(line.askVndPerKg);
    return [{ label: `${titled(named(grade))} · ${fmt().kg(line.grams)}`, value: price }];
  });
  return (
    <section class="stack">
      <Slip
        title={`${whose}${words.sell(fmt().kg(total), goodsOf(crop, draft.varietyCode), when)} ${words.right}`}
        lines={lines}
      >
        <Button look="quiet" isWide icon="edit" onPress={() => set({ step: 'grades' })}>
          {words.changeGrades}
        </Button>
      </Slip>
      <fieldset class="choices">
        <legend>{words.when}</legend>
        <div class="toggles">
          {words.dayButtons.map((text, ahead) => (
            <button
              type="button"
              class="btn"
              key={text}
              aria-pressed={ahead === draft.daysAhead}
              onClick={() => set({ daysAhead: ahead })}
            >
              {text}
            </button>
          ))}
        </div>
      </fieldset>
      {needsPhoto(total) && !draft.photo && <p class="stale">{words.photoNeeded}</p>}
      <PhotoPick
        label={words.photo}
        alt={words.photoAlt}
        photo={draft.photo}
        onPhoto={(photo) => set({ photo })}
      />
      <Button isWide icon="info" onPress={() => set({ step: 'spray' })}>
        {isSprayed ? words.sprayed(daysAgo, interval) : words.spray}
      </Button>
      <TextField
        id="note"
        label={words.note}
        hint={words.noteHint}
        isOptional
        autocomplete="off"
        maxLength={200}
        value={draft.pickupNote}
        onChange={(pickupNote) => set({ pickupNote })}
      />
    </section>
  );
}
