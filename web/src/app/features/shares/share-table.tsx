import { Table } from '../../ui/table.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import type { Share, SharePlan } from './documents.js';
import { leftOf, nameOf, rowsOf } from './share-rows.js';
import { say } from './words.js';

/** Who sells how much of what it has; one tap away who does not, and why. */
export function ShareTable({ plan }: { plan: SharePlan }) {
  const words = say();
  const left = leftOf(plan);
  return (
    <>
      <Table
        caption={words.households}
        rows={rowsOf(plan).filter(({ takenGrams }) => takenGrams > 0)}
        rowKey={({ lotGradeId }) => lotGradeId}
        columns={[
          { key: 'household', title: words.household, cell: (share) => <OneLot share={share} /> },
          {
            key: 'gives',
            title: words.gives,
            isNumber: true,
            cell: ({ takenGrams }) => <b class="num">{fmt().kg(takenGrams)}</b>,
            by: ({ takenGrams }) => takenGrams,
          },
        ]}
      />
      {left.length > 0 && (
        <details>
          <summary>{words.left(fmt().number(left.length))}</summary>
          <ul class="list">
            {left.map((share) => (
              <li key={share.lotGradeId}>
                <OneLot share={share} />
                <br />
                <small>{share.sentence}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

export function OneLot({ share }: { share: Share }) {
  return (
    <>
      {nameOf(share)}
      <br />
      <small class="earth">
        {titled(named(share.grade))}, {say().has(fmt().kg(share.offeredGrams))}
      </small>
    </>
  );
}
