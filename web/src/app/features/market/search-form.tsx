import { plusDays, type Day } from '../../../../../src/kernel/day.js';
import type { ResultOf } from '../../api/graphql.js';
import { TextField } from '../../ui/field.js';
import { PickField } from '../../ui/pick-field.js';
import { WeightField } from '../../ui/spoken-field.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import type { SupplyFacts } from './documents.js';
import type { SearchDraft } from './search-draft.js';
import { say } from './words.js';

interface SearchFormProps {
  facts: ResultOf<typeof SupplyFacts>;
  draft: SearchDraft;
  today: Day;
  onChange: (draft: SearchDraft) => void;
}

export function SearchForm({ facts, draft, today, onChange }: SearchFormProps) {
  const words = say();
  const set = (part: Partial<SearchDraft>): void => onChange({ ...draft, ...part });
  const crop = facts.crops.find(({ code }) => code === draft.cropCode);
  const days = [0, 1, 2, 3, 4, 5, 6].map((ahead) => ({
    value: String(ahead),
    label: titled(fmt().nearDay(plusDays(today, ahead), today)),
  }));
  return (
    <form class="stack" role="search" onSubmit={(event) => event.preventDefault()}>
      <TextField
        id="words"
        label={words.search}
        hint={words.searchHint}
        autocomplete="off"
        maxLength={80}
        value={draft.text}
        onChange={(text) =>
          set({ text, ...(text.trim() !== '' && { cropCode: '', gradeCode: '' }) })
        }
      />
      <div class="pair">
        <PickField
          id="crop"
          label={words.crop}
          value={draft.cropCode}
          options={[
            { value: '', label: words.everyCrop },
            ...facts.crops.map((one) => ({ value: one.code, label: titled(named(one)) })),
          ]}
          onChange={(cropCode) => set({ cropCode, gradeCode: '', text: '' })}
        />
        {crop && (
          <PickField
            id="grade"
            label={words.grade}
            value={draft.gradeCode}
            options={[
              { value: '', label: words.everyGrade },
              ...crop.grades.map((one) => ({ value: one.code, label: titled(named(one)) })),
            ]}
            onChange={(gradeCode) => set({ gradeCode })}
          />
        )}
      </div>
      <PickField
        id="day"
        label={words.day}
        value={String(draft.daysAhead)}
        options={days}
        onChange={(ahead) => set({ daysAhead: Number(ahead) })}
      />
      <PickField
        id="near"
        label={words.near}
        value={draft.near}
        options={[
          { value: '', label: words.nowhere },
          ...facts.adminUnits
            .filter(({ kind }) => kind === 'COMMUNE' || kind === 'TOWNSHIP')
            .map(({ id, name }) => ({ value: id, label: name })),
          ...facts.places.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(near) => set({ near })}
      />
      <WeightField
        id="need"
        label={words.need}
        value={draft.need}
        onChange={(need) => set({ need })}
      />
    </form>
  );
}
