import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { Notices, type NoticeWish } from '../../messages/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Handlers } from '../../platform/events/handlers.js';
import { DealsStore } from '../data/deals.store.js';
import type { Offer } from '../data/offer.rows.js';
import { OffersStore } from '../data/offers.store.js';
import { OrdersStore } from '../data/orders.store.js';

/** Pages of the app that answer a message. */
const PAGE = {
  offers: '/app/don',
  order: (id: string) => `/app/gom/${id}`,
  deal: (id: string) => `/app/don/${id}`,
};

/** Tells households and buyers what an order asks or became; one event, one message a person. */
@Injectable()
export class TellParties implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly notices: Notices,
    private readonly offers: OffersStore,
    private readonly orders: OrdersStore,
    private readonly deals: DealsStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.on('order.offered', 'orders.tell-offered', (tx, { lineIds }, id) =>
      this.ofOffering(tx, id, lineIds),
    );
    this.handlers.on('offer.answered', 'orders.tell-answered', (tx, { lineId }, id) =>
      this.ofLines(tx, id, [lineId], (offer) => [answering(offer)]),
    );
    this.handlers.on('order.part-taken', 'orders.tell-part-taken', (tx, { lineIds }, id) =>
      this.ofPart(tx, id, lineIds),
    );
    this.handlers.on('offer.withdrawn', 'orders.tell-withdrawn', (tx, { lineIds }, id) =>
      this.ofLines(tx, id, lineIds, (offer) => [answering(offer)]),
    );
    this.handlers.on('offer.expired', 'orders.tell-expired', (tx, { lineIds }, id) =>
      this.ofLines(tx, id, lineIds, (offer) => expiring(offer)),
    );
    this.handlers.on('order.committed', 'orders.tell-committed', (tx, { orderId, dealIds }, id) =>
      this.ofCommit(tx, id, orderId, dealIds),
    );
    this.handlers.on('order.extended', 'orders.tell-extended', (tx, { orderId }, id) =>
      this.ofExtension(tx, id, orderId),
    );
    this.handlers.on('order.closed', 'orders.tell-closed', (tx, { orderId, lineIds }, id) =>
      this.ofClosing(tx, id, orderId, lineIds),
    );
  }

  /** A household hears of all its lines at once. */
  private async ofOffering(tx: Tx, eventId: string, lineIds: readonly string[]): Promise<void> {
    const offers = await this.offers.byIds(tx, lineIds, this.clock.now());
    const householdIds = [...new Set(offers.map((offer) => offer.householdId))];
    const wishes = householdIds.map((id) =>
      asking(offers.filter((offer) => offer.householdId === id)),
    );
    await this.notices.tell(tx, eventId, wishes);
  }

  /** The buyer hears once of all that a cooperative took; each household hears with what was done for it. */
  private async ofPart(tx: Tx, eventId: string, lineIds: readonly string[]): Promise<void> {
    const lines = await this.offers.byIds(tx, lineIds, this.clock.now());
    const [line] = lines;
    if (!line) return;
    const { orderNumber, cropCode } = line;
    const grams = lines.reduce((sum, one) => sum + one.grams, 0);
    const households = new Set(lines.map(({ householdId }) => householdId)).size;
    await this.notices.tell(tx, eventId, [
      {
        partyId: line.buyerId,
        kind: 'PART_TAKEN',
        facts: { orderNumber, cropCode, grams, households },
        path: PAGE.order(line.orderId),
      },
    ]);
  }

  private async ofLines(
    tx: Tx,
    eventId: string,
    lineIds: readonly string[],
    wishesOf: (offer: Offer) => NoticeWish[],
  ): Promise<void> {
    const offers = await this.offers.byIds(tx, lineIds, this.clock.now());
    await this.notices.tell(tx, eventId, offers.flatMap(wishesOf));
  }

  private async ofCommit(
    tx: Tx,
    eventId: string,
    orderId: string,
    dealIds: readonly string[],
  ): Promise<void> {
    const [order] = await this.orders.byIds([orderId]);
    const deals = await this.deals.byIds(dealIds);
    if (!order) return;
    const { number: orderNumber, cropCode } = order;
    const readyFrom = order.readyFrom.toISOString();
    const grams = deals.reduce((sum, deal) => sum + deal.totalGrams, 0);
    await this.notices.tell(tx, eventId, [
      ...deals.map((deal): NoticeWish => ({
        partyId: deal.householdId,
        kind: 'ORDER_COMMITTED',
        facts: { orderNumber, cropCode, grams: deal.totalGrams, readyFrom },
        path: PAGE.deal(deal.id),
      })),
      {
        partyId: order.buyerId,
        kind: 'ORDER_COMMITTED',
        facts: { orderNumber, cropCode, grams, readyFrom },
        path: PAGE.order(orderId),
      },
    ]);
  }

  private async ofClosing(
    tx: Tx,
    eventId: string,
    orderId: string,
    lineIds: readonly string[],
  ): Promise<void> {
    const [order] = await this.orders.byIds([orderId]);
    if (!order) return;
    const offers = await this.offers.byIds(tx, lineIds, this.clock.now());
    const reason = order.cancelReason ?? 'đã qua giờ lấy hàng';
    const facts = { orderNumber: order.number, cropCode: order.cropCode, reason };
    const partyIds = new Set(offers.map((offer) => offer.householdId));
    const wishes = [...partyIds].map((partyId): NoticeWish => ({
      partyId,
      kind: 'ORDER_CANCELLED',
      facts,
      path: PAGE.offers,
    }));
    // Who cancelled knows; whose order ran out of time hears it.
    if (order.state === 'EXPIRED') {
      const { buyerId: partyId } = order;
      wishes.push({ partyId, kind: 'ORDER_EXPIRED', facts, path: PAGE.order(orderId) });
    }
    await this.notices.tell(tx, eventId, wishes);
  }

  private async ofExtension(tx: Tx, eventId: string, orderId: string): Promise<void> {
    const [order] = await this.orders.byIds([orderId]);
    if (!order?.cutOff) return;
    const facts = {
      orderNumber: order.number,
      cropCode: order.cropCode,
      until: order.cutOff.until.toISOString(),
    };
    await this.notices.tell(tx, eventId, [
      { partyId: order.buyerId, kind: 'ORDER_EXTENDED', facts, path: PAGE.order(orderId) },
    ]);
  }
}

const factsOf = ({
  orderNumber,
  cropCode,
  gradeCode,
  grams,
}: Offer): Pick<Offer, 'orderNumber' | 'cropCode' | 'gradeCode' | 'grams'> => ({
  orderNumber,
  cropCode,
  gradeCode,
  grams,
});

function asking(lines: readonly Offer[]): NoticeWish {
  const [offer] = lines;
  if (!offer) throw new Error('an offer without lines');
  return {
    partyId: offer.householdId,
    kind: 'ORDER_OFFERED',
    facts: {
      ...factsOf(offer),
      grams: lines.reduce((sum, line) => sum + line.grams, 0),
      vndPerKg: Math.min(...lines.map((line) => line.vndPerKg)),
      readyFrom: offer.readyFrom.toISOString(),
      expiresAt: offer.expiresAt.toISOString(),
      grades: new Set(lines.map((line) => line.gradeCode)).size,
    },
    path: PAGE.offers,
    subjectId: offer.orderId,
  };
}

const answering = (offer: Offer): NoticeWish => ({
  partyId: offer.buyerId,
  // Whatever became of a yes by the time this is told.
  kind: offer.state === 'DECLINED' ? 'OFFER_DECLINED' : 'OFFER_ACCEPTED',
  facts: {
    ...factsOf(offer),
    ...(offer.askedGrams > offer.grams && { askedGrams: offer.askedGrams }),
  },
  path: PAGE.order(offer.orderId),
});

const expiring = (offer: Offer): NoticeWish[] => [
  { partyId: offer.householdId, kind: 'OFFER_EXPIRED', facts: factsOf(offer), path: PAGE.offers },
  {
    partyId: offer.buyerId,
    kind: 'OFFER_EXPIRED',
    facts: factsOf(offer),
    path: PAGE.order(offer.orderId),
  },
];
