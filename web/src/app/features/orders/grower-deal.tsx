import type { ResultOf } from '../../api/graphql.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { KeptNote, StatusChip } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { Slip, type SlipLine } from '../../ui/slip.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { OneDeal } from './grower-documents.js';
import { dealStatus } from './grower-state.js';
import { atHead, deductionText } from './grower-terms.js';
import { say } from './grower-words.js';

type Deal = NonNullable<ResultOf<typeof OneDeal>['deal']>;

/** What both sides are bound to, who comes to fetch it and when, and how to reach them. */
export default function GrowerDeal({ params }: RouteProps) {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(OneDeal, {
    id: params['id'] ?? '',
  });
  const deal = data?.deal;
  return (
    <Screen title={words.deal} code="B2" back="/app/don">
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={2} height={14} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && !deal && (
          <EmptyState picture={<Icon name="search" size={56} />} title={words.noDeal} />
        )}
        {deal && (
          <>
            {deal.ticket && (
              <LinkButton look="main" icon="scale" isWide href={`/app/can/${deal.ticket.id}`}>
                {words.ticket(deal.ticket.number)}
              </LinkButton>
            )}
            <Truck deal={deal} />
            <Slip
              title={words.agreed}
              aside={<StatusChip status={dealStatus(deal)} />}
              lines={termsOf(deal)}
            >
              <p class="earth">{words.estimateNote}</p>
            </Slip>
            {deal.state === 'COMMITTED' && (
              <LinkButton icon="order" isWide href={`/app/don/${deal.id}/doi`}>
                {words.change}
              </LinkButton>
            )}
            <LinkButton look="quiet" icon="money" href={`/app/so-tien/${deal.id}`}>
              {words.money}
            </LinkButton>
            <Buyer name={deal.buyer.name} phone={deal.buyer.phone} />
            {(deal.state === 'COMMITTED' || deal.state === 'CANCELLED') && (
              <LinkButton look="quiet" icon="warning" href={`/app/bo-hen/${deal.id}`}>
                {deal.state === 'COMMITTED' ? words.cannotKeep : words.howEnded}
              </LinkButton>
            )}
            {session.value?.role === 'GROWER' && (
              <LinkButton look="quiet" icon="help" href={`/app/vi-sao/${deal.orderId}`}>
                {words.why}
              </LinkButton>
            )}
          </>
        )}
      </div>
    </Screen>
  );
}

function termsOf(deal: Deal): SlipLine[] {
  const words = say();
  const days = deal.paymentDays;
  return [
    { label: words.number, value: deal.number },
    ...(session.value?.role === 'COOP_CLERK'
      ? [{ label: words.household, value: deal.household.name }]
      : []),
    ...deal.lines.map(({ grade, grams, vndPerKg }) => ({
      label: atHead(grade),
      value: `${fmt().kg(grams)} × ${fmt().vnd(vndPerKg)}`,
    })),
    { label: words.deduction, value: deductionText(deal.deduction) },
    { label: words.pay, value: days > 0 ? words.payAfter(fmt().number(days)) : words.payNow },
    { label: words.pickup, value: fmt().moment(new Date(deal.readyFrom), new Date()) },
    ...(deal.state === 'COMMITTED' && deal.releaseBy
      ? [
          {
            label: words.heldUntil,
            value: fmt().moment(new Date(deal.releaseBy), new Date()),
          },
        ]
      : []),
    ...(deal.destination ? [{ label: words.destination, value: deal.destination.name }] : []),
    {
      label: words.estimate,
      // Grams times đồng a kilogram; whole đồng, as an estimate is written.
      value: fmt().vnd(
        Math.round(deal.lines.reduce((sum, line) => sum + line.grams * line.vndPerKg, 0) / 1000),
      ),
      kind: 'sum' as const,
    },
  ];
}

function Truck({ deal }: { deal: Deal }) {
  const words = say();
  const stop = deal.runStop;
  if (!stop) return deal.state === 'COMMITTED' ? <p>{words.noRun}</p> : null;
  return (
    <Card title={words.run} aside={<b>{words.stopStates[stop.state]}</b>}>
      <p class="lead">
        <b>{words.truck(stop.plate, fmt().moment(new Date(stop.plannedAt), new Date()))}</b>
      </p>
      <p>
        {words.driver}: {stop.driver.name}
        {stop.issue && `, “${stop.issue}”`}
      </p>
      {stop.driver.phone && (
        <LinkButton isWide icon="phone" href={`tel:${stop.driver.phone}`}>
          {words.callName(stop.driver.name)}
        </LinkButton>
      )}
    </Card>
  );
}

function Buyer({ name, phone }: { name: string; phone: string | null }) {
  const words = say();
  return (
    <Card title={words.buyer}>
      <p>
        <b>{name}</b>
      </p>
      {phone && (
        <div class="pair">
          <LinkButton isWide icon="phone" href={`tel:${phone}`}>
            {words.call}
          </LinkButton>
          <LinkButton
            isWide
            icon="chat"
            href={`https://zalo.me/${phone.replace(/^\+84/, '0')}`}
            isElsewhere
          >
            {words.zalo}
          </LinkButton>
        </div>
      )}
    </Card>
  );
}
