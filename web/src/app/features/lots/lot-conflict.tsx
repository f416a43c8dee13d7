import { grams } from '../../../../../src/kernel/units.js';
import { Button } from '../../ui/button.js';
import { fmt } from '../../words/words.js';
import type { Lot } from './documents.js';
import { gradeName, priceText } from './lot-face.js';
import type { DraftLine } from './lot-draft.js';
import { say } from './words.js';

interface LotConflictProps {
  mine: readonly DraftLine[];
  current: Lot;
  message: string;
  onMine: () => void;
  onTheirs: () => void;
}

/** Two phones changed the same lot: both figures side by side, and the person decides. */
export function LotConflict({ mine, current, message, onMine, onTheirs }: LotConflictProps) {
  const words = say();
  return (
    <section class="stack" role="alert">
      <h2>{message}</h2>
      <div class="table-wrap">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.conflictGrade}</th>
              <th scope="col">{words.conflictMine}</th>
              <th scope="col">{words.conflictTheirs}</th>
            </tr>
          </thead>
          <tbody>
            {current.grades.map((line) => {
              const own = mine.find(({ gradeCode }) => gradeCode === line.grade.code);
              const theirs = grams(line.freeGrams + line.reservedGrams + line.weighedGrams);
              return (
                <tr key={line.id}>
                  <th scope="row">{gradeName(line)}</th>
                  <td>
                    <b class="num">{fmt().kg(own?.grams ?? 0)}</b>
                    <br />
                    {priceText(own?.askVndPerKg ?? null)}
                  </td>
                  <td>
                    <b class="num">{fmt().kg(theirs)}</b>
                    <br />
                    {priceText(line.askVndPerKg)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Button look="main" isWide onPress={onMine}>
        {words.keepMine}
      </Button>
      <Button isWide onPress={onTheirs}>
        {words.takeTheirs}
      </Button>
    </section>
  );
}
