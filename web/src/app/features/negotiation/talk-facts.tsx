import { Card } from '../../ui/card.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import type { Talk } from './offer-slip.js';
import { say } from './words.js';

/** What both sides see before either says yes: the market, and how this buyer deducts and pays. */
export function TalkFacts({ talk }: { talk: Talk }) {
  const words = say();
  const grades = talk.offers.at(-1)?.lines.map(({ grade }) => grade) ?? [];
  const shown = grades.flatMap((grade) => {
    const price = talk.marketPrices.find(({ gradeCode }) => gradeCode === grade.code);
    return price?.lowVnd == null ? [] : [{ grade, price }];
  });
  const { tickets, deductionBp, daysToPay } = talk.buyerRecord;
  return (
    <Card title={words.market}>
      {shown.length === 0 && <p class="earth">{words.noMarket}</p>}
      {shown.map(({ grade, price }) => (
        <p key={grade.code}>
          {titled(named(grade))}:{' '}
          <b class="num">
            {fmt().vnd(price.lowVnd ?? 0)} – {fmt().vnd(price.highVnd ?? 0)}
          </b>
          , {words.mostly(fmt().vnd(price.mostlyLowVnd ?? 0), fmt().vnd(price.mostlyHighVnd ?? 0))}
        </p>
      ))}
      <p>
        <b>{words.record}:</b>{' '}
        {tickets === 0
          ? words.noRecord
          : words.recordOf(
              fmt().number(tickets),
              `${fmt().number((deductionBp ?? 0) / 100)} %`,
              daysToPay === null ? words.paysUnknown : words.paysIn(fmt().number(daysToPay)),
            )}
      </p>
    </Card>
  );
}
