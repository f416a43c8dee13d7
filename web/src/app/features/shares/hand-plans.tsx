import { useRead } from '../../offline/use-read.js';
import { Table } from '../../ui/table.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { HandPlans } from './documents.js';
import { giniText, headOf, nameOf } from './share-rows.js';
import { say } from './words.js';

/** AL-18: what this party chose by hand before, why, and beside which computed plan; draws nothing when it never did. */
export function EarlierByHand({ orderId }: { orderId: string }) {
  const words = say();
  const { data } = useRead(HandPlans, { orderId });
  return (
    <>
      {data?.handPlans.map(({ id, madeAt, reason, gini, computedGini, shares }) => (
        <details class="card fold" key={id}>
          <summary>
            <b>{words.before(fmt().moment(new Date(madeAt), new Date()))}</b>
          </summary>
          <div class="stack tight">
            <p>{words.why(reason)}</p>
            <Table
              caption={words.households}
              rows={shares}
              rowKey={({ lotCode, grade }) => `${lotCode} ${grade.nameEn}`}
              columns={[
                {
                  key: 'lot',
                  title: headOf(shares),
                  cell: (share) => (
                    <>
                      {nameOf(share)}
                      <br />
                      <small class="earth">{titled(named(share.grade))}</small>
                    </>
                  ),
                },
                {
                  key: 'computed',
                  title: words.computed,
                  isNumber: true,
                  cell: (share) => <span class="num">{fmt().kg(share.computedGrams)}</span>,
                },
                {
                  key: 'own',
                  title: words.mine,
                  isNumber: true,
                  cell: (share) => <b class="num">{fmt().kg(share.ownGrams)}</b>,
                },
              ]}
            />
            <p class="earth">{words.giniBoth(giniText(gini), giniText(computedGini))}</p>
          </div>
        </details>
      ))}
    </>
  );
}
