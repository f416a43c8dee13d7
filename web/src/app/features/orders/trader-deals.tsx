import type { ResultOf } from '../../api/graphql.js';
import { LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { dayText } from '../../words/format.js';
import { fmt, locale } from '../../words/words.js';
import { say as market } from '../market/words.js';
import type { OneOrder } from './trader-documents.js';
import { named, say } from './trader-words.js';

type Deals = NonNullable<ResultOf<typeof OneOrder>['order']>['deals'];

/** The households both sides are bound with, and the way to their run. */
export function TraderDeals({ orderId, deals }: { orderId: string; deals: Deals }) {
  const words = say();
  const isVietnamese = locale.value === 'vi';
  const silent = deals.filter(({ state, household }) => state === 'COMMITTED' && !household.phone);
  return (
    <Card title={words.deals}>
      {silent.length > 0 && <p class="earth">{words.noNumbers(fmt().number(silent.length))}</p>}
      <ul class="list">
        {deals.map(
          ({ id, number, state, household, commune, totalGrams, lines, claims, releaseBy }) => (
            <li key={id} class="row apart">
              <a class="plain-link" href={`/app/bo-hen/${id}`}>
                <b>{household.name}</b> · {commune.name}
                <br />
                <span class="earth">
                  {number} · {fmt().kg(totalGrams)} ·{' '}
                  {lines
                    .map(
                      (line) => `${named(line.grade, isVietnamese)} ${fmt().perKg(line.vndPerKg)}`,
                    )
                    .join(', ')}
                </span>
                {claims.map((claim) => (
                  <span key={claim.id}>
                    <br />
                    {market().claims[claim.kind]}
                    {claim.validTo && ` · ${words.paperUntil(dayText(claim.validTo))}`}
                    {claim.number && (
                      // In one piece, to be held against the paper.
                      <>
                        <br />
                        {claim.number}
                      </>
                    )}
                  </span>
                ))}
                <br />
                <u>{state === 'CANCELLED' ? words.dealEnded : words.dealTerms}</u>
                {state === 'COMMITTED' && releaseBy && (
                  <> · {words.heldUntil(fmt().moment(new Date(releaseBy), new Date()))}</>
                )}
              </a>
              {household.phone && (
                <LinkButton href={`tel:${household.phone}`} icon="phone">
                  {words.call}
                </LinkButton>
              )}
            </li>
          ),
        )}
      </ul>
      <LinkButton href={`/app/gom/${orderId}/giay-to`} isWide>
        {words.papers}
      </LinkButton>
      <LinkButton look="main" href={`/app/gom/${orderId}/chuyen`} icon="truck" isWide>
        {words.run}
      </LinkButton>
    </Card>
  );
}
