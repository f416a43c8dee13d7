import type { ResultOf } from '../../api/graphql.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { Slip, type SlipLine } from '../../ui/slip.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { DealPdf } from '../papers/documents.js';
import { PaperButton } from '../papers/paper-button.js';
import { say as ofPapers } from '../papers/words.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { DealDeposit } from './deal-deposit.js';
import { DealMoney } from './deal-money-documents.js';
import { say } from './deal-money-words.js';

type Money = ResultOf<typeof DealMoney>;
type Payable = NonNullable<Money['dealPayable']>;
type Deal = NonNullable<Money['deal']>;

/** The deposit of a deal, what it owes row by row, and the price band that was agreed on. */
export default function DealMoneyScreen({ params }: RouteProps) {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(DealMoney, {
    id: params['id'] ?? '',
  });
  const deal = data?.deal;
  return (
    <Screen title={words.title} code="D2" back="/app">
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={3} height={9} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && !deal && (
          <EmptyState picture={<Icon name="search" size={56} />} title={words.none} />
        )}
        {deal && (
          <>
            <p>
              <b>{deal.number}</b> · {words.sides(deal.buyer.name, deal.household.name)}
            </p>
            <DealDeposit deal={deal} onChanged={refresh} />
            {data.dealPayable ? (
              <Sum payable={data.dealPayable} />
            ) : (
              <Card title={words.sum}>
                <p>{words.notWeighed}</p>
              </Card>
            )}
            <Band deal={deal} />
            <PaperButton document={DealPdf} id={deal.id} label={ofPapers().deal} />
            {deal.ticket && (
              <LinkButton look="quiet" icon="scale" isWide href={`/app/can/${deal.ticket.id}`}>
                {words.ticket(deal.ticket.number)}
              </LinkButton>
            )}
          </>
        )}
      </div>
    </Screen>
  );
}

function Sum({ payable }: { payable: Payable }) {
  const words = say();
  const { amountVnd, cashVnd } = payable;
  return (
    <Slip
      title={words.sum}
      lines={[
        ...payable.parts.flatMap(rowsOf),
        { label: words.due, value: fmt().vnd(amountVnd), kind: 'sum' },
        ...(cashVnd === amountVnd ? [] : [{ label: words.cash, value: fmt().vnd(cashVnd) }]),
      ]}
    />
  );
}

/** Kilograms times price on one line, what they come to on the next: both fit a narrow phone. */
function rowsOf({ kind, grade, grams, vndPerKg, amountVnd }: Payable['parts'][number]): SlipLine[] {
  const words = say();
  const sum = { value: fmt().vnd(amountVnd), ...(amountVnd < 0 && { kind: 'minus' as const }) };
  if (kind === 'DEPOSIT') return [{ label: words.depositOff, ...sum }];
  const name = titled(named(grade ?? { nameVi: '', nameEn: '' }));
  return [
    {
      label: kind === 'GOODS' ? name : words.band(name),
      value: `${fmt().kg(grams ?? 0)} × ${fmt().vnd(vndPerKg ?? 0)}`,
    },
    { label: '', ...sum },
  ];
}

function Band({ deal }: { deal: Deal }) {
  const words = say();
  const band = deal.negotiatedTerms?.band;
  if (!band) return null;
  const percent = (bp: number): string => fmt().number(bp / 100);
  const results = deal.ticket?.priceBand ?? [];
  return (
    <Card title={words.bandTitle}>
      <p>{words.bandTerms(percent(band.moveBp), percent(band.buyerShareBp))}</p>
      {deal.ticket && results.length === 0 && <p class="earth">{words.bandNone}</p>}
      {results.map((one) => (
        <dl key={one.gradeCode}>
          <Row label={words.before} value={fmt().perKg(one.referenceThenVnd)} />
          <Row label={words.after} value={fmt().perKg(one.referenceNowVnd)} />
          <Row label={words.moved} value={`${percent(one.movedBp)} %`} />
          {one.isOutside ? (
            <Row label={words.each} value={fmt().vnd(one.adjustmentVndPerKg)} />
          ) : (
            <p class="earth">{words.inside}</p>
          )}
        </dl>
      ))}
    </Card>
  );
}

function Row({ label, value }: { label: string; value: string }) {
  return (
    <div class="leader">
      <dt>{label}</dt>
      <dd class="num">{value}</dd>
    </div>
  );
}
