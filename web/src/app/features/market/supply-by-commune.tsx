import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import type { SupplyLine } from './documents.js';
import { say } from './words.js';

/** What each commune has of each grade. */
export function SupplyByCommune({ rows }: { rows: readonly SupplyLine[] }) {
  const words = say();
  return (
    <details>
      <summary>{words.byCommune}</summary>
      <div class="table-wrap">
        <table>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.commune.id} ${row.crop.code} ${row.grade.code}`}>
                <th scope="row">
                  {row.commune.name}
                  <br />
                  <span class="earth">
                    {titled(named(row.crop))} {named(row.grade)}
                  </span>
                </th>
                <td class="num">
                  <b>{fmt().load(row.freeGrams)}</b>
                  <br />
                  {words.lots(row.lots)}
                </td>
                <td class="num">{priceRange(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function priceRange({ leastVndPerKg: least, mostVndPerKg: most }: SupplyLine): string {
  if (least === null || most === null) return say().byOrder;
  return least === most ? fmt().vnd(least) : `${fmt().number(least)} – ${fmt().vnd(most)}`;
}
