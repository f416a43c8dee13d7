import type { ComponentChildren } from 'preact';
import type { ResultOf } from '../../api/graphql.js';
import { Slip, type SlipLine } from '../../ui/slip.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import type { OneTalk } from './documents.js';
import { say } from './words.js';

export type Talk = NonNullable<ResultOf<typeof OneTalk>['negotiation']>;
export type Offer = Talk['offers'][number];

interface OfferSlipProps {
  offer: Offer;
  mySide: Talk['mySide'];
  aside?: ComponentChildren;
}

/** One offer as it was made: prices first, then everything else it binds to. */
export function OfferSlip({ offer, mySide, aside }: OfferSlipProps) {
  const words = say();
  const who = offer.side === mySide ? words.me : words.sides[offer.side];
  return (
    <Slip
      title={words.offer(fmt().number(offer.seq), who)}
      aside={aside}
      lines={[...goodsOf(offer), ...termsOf(offer), sumOf(offer)]}
    />
  );
}

function goodsOf(offer: Offer): SlipLine[] {
  const words = say();
  return [
    ...offer.lines.map(({ grade, grams, vndPerKg }) => ({
      label: titled(named(grade)),
      value: `${fmt().kg(grams)} × ${fmt().vnd(vndPerKg)}`,
    })),
    { label: words.price, value: words.places[offer.pricePlace] },
    ...offer.tiers.map(({ fromGrams, vndPerKg }) => ({
      label: words.tier(fmt().load(fromGrams)),
      value: fmt().perKg(vndPerKg),
    })),
  ];
}

function termsOf(offer: Offer): SlipLine[] {
  const words = say();
  const { deduction, depositVnd, paymentDays, band } = offer;
  const percent = (bp: number): string => `${fmt().number(bp / 100)} %`;
  const deductions = {
    NONE: words.none0,
    PERCENT: percent(deduction.basisPoints),
    FIXED_PER_CRATE: words.perCrate(fmt().kg(deduction.gramsPerCrate)),
  };
  return [
    { label: words.deduction, value: deductions[deduction.kind] },
    { label: words.pickup, value: fmt().moment(new Date(offer.readyFrom), new Date()) },
    {
      label: words.pay,
      value: paymentDays > 0 ? words.payAfter(fmt().number(paymentDays)) : words.payNow,
    },
    { label: words.deposit, value: depositVnd > 0 ? fmt().vnd(depositVnd) : words.none0 },
    { label: words.tolerance, value: `± ${percent(offer.toleranceBp)}` },
    { label: words.loading, value: words.sides[offer.loadingBy] },
    { label: words.transport, value: words.sides[offer.transportBy] },
    { label: words.crates, value: words.sides[offer.cratesBy] },
    ...(band
      ? [
          {
            label: words.band,
            value: words.bandText(
              fmt().number(band.moveBp / 100),
              fmt().number(band.buyerShareBp / 100),
            ),
          },
        ]
      : []),
  ];
}

const sumOf = (offer: Offer): SlipLine => ({
  label: say().sum,
  value: fmt().vnd(offer.amountVnd),
  kind: 'sum',
});
