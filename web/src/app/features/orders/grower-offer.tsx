import { useState } from 'preact/hooks';
import type { Grams } from '../../../../../src/kernel/units.js';
import type { ResultOf } from '../../api/graphql.js';
import { act, noted, queue, takeBack } from '../../offline/phone.js';
import type { Waiting } from '../../offline/queue.js';
import { session } from '../../session.js';
import { sorted } from '../../sorted.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chip } from '../../ui/chips.js';
import { CountDown } from '../../ui/count-down.js';
import { NotDone } from '../../ui/not-done.js';
import { ReadAloud } from '../../ui/read-aloud.js';
import { Receipt } from '../../ui/sheet.js';
import { fmt } from '../../words/words.js';
import { AnswerOffer, type MyOffers } from './grower-documents.js';
import { deductionText, inSentence } from './grower-terms.js';
import { say } from './grower-words.js';
import { PartSheet } from './part-sheet.js';

export type Offer = ResultOf<typeof MyOffers>['myOffers']['nodes'][number];

const keyOf = (offer: Offer): string => `offer:${offer.id}`;

const goodsOf = ({ grams, crop, grade }: Pick<Offer, 'grams' | 'crop' | 'grade'>): string =>
  `${fmt().kg(grams)} ${inSentence(crop)} ${inSentence(grade)}`;

/** The answer this phone has written for the offer, sent or not; the newest counts. */
const answerTo = (offer: Offer): Waiting | undefined =>
  sorted(queue.value, (a, b) => b.seq - a.seq).find(({ objectKey }) => objectKey === keyOf(offer));

/** One question of one buyer: what, how much, when, until when, and two answers. */
export function GrowerOffer({ offer }: { offer: Offer }) {
  const words = say();
  const [isFull, setFull] = useState(false);
  const [isPart, setPart] = useState(false);
  const { buyer, household, vndPerKg, amountVnd, readyFrom, expiresAt, orderId } = offer;
  const now = new Date();
  const until = new Date(expiresAt);
  const written = answerTo(offer);
  const sentence = words.offer(
    buyer.name,
    goodsOf(offer),
    fmt().perKg(vndPerKg),
    fmt().moment(new Date(readyFrom), now),
  );
  const isMine = session.value?.role === 'GROWER';

  /** @param part all that is sold, when it is not all that was asked for */
  const answer = async (accept: boolean, part: Grams | null = null): Promise<void> => {
    const goods = goodsOf({ ...offer, grams: part ?? offer.grams });
    const title = accept ? words.accepted(goods) : words.declined(goods);
    try {
      const waiting = await act(AnswerOffer, {
        objectKey: keyOf(offer),
        title,
        input: { offerId: offer.id, accept, ...(part !== null && { grams: part }) },
        expiresAt: until,
      });
      setFull(false);
      noted(title, waiting);
    } catch (problem) {
      if (!(problem instanceof DOMException)) throw problem;
      setFull(true);
    }
  };

  return (
    <Card
      title={isMine ? goodsOf(offer) : household?.name}
      aside={
        <span>
          {words.left} <CountDown until={until} over={words.over} />
        </span>
      }
    >
      <p>
        <b>{sentence}</b> <ReadAloud text={sentence} />
      </p>
      <p>
        {words.worth}: <b class="num">{fmt().vnd(amountVnd)}</b>
      </p>
      <p class="earth">
        {words.terms(
          deductionText(offer.deduction),
          offer.paymentDays > 0
            ? words.paidAfter(fmt().number(offer.paymentDays))
            : words.paidAtOnce,
        )}
      </p>
      <p>{words.before(fmt().moment(until, now))}</p>
      <NotDone why={whyNot(written, isFull)} />
      {written && written.state !== 'refused' ? (
        <Written answer={written} number={offer.orderNumber} />
      ) : (
        <>
          <Button look="main" icon="check" isWide onPress={() => void answer(true)}>
            {words.accept}
          </Button>
          {offer.leastPartGrams !== null && (
            <Button icon="edit" isWide onPress={() => setPart(true)}>
              {words.part}
            </Button>
          )}
          <Button icon="cross" isWide onPress={() => void answer(false)}>
            {words.decline}
          </Button>
        </>
      )}
      {isMine && (
        <LinkButton look="quiet" icon="help" href={`/app/vi-sao/${orderId}`}>
          {words.why}
        </LinkButton>
      )}
      <PartSheet
        askedGrams={offer.grams}
        leastGrams={offer.leastPartGrams ?? 0}
        isOpen={isPart}
        onYes={(part) => {
          setPart(false);
          void answer(true, part);
        }}
        onClose={() => setPart(false)}
      />
    </Card>
  );
}

function whyNot(written: Waiting | undefined, isFull: boolean) {
  const words = say();
  if (isFull) return { message: words.full, nextStep: words.fullNext, field: null };
  return written?.refusal ? { ...written.refusal, field: null } : null;
}

function Written({ answer, number }: { answer: Waiting; number: string }) {
  const words = say();
  if (answer.state === 'sent') return <Receipt title={answer.title} code={number} />;
  return (
    <>
      <p class="row apart">
        <b>{answer.title}</b>
        <Chip tone="amber" icon="waiting">
          {words.unsent}
        </Chip>
      </p>
      {answer.state === 'waiting' && (
        <Button icon="undo" isWide onPress={() => void takeBack(answer.id)}>
          {words.takeBack}
        </Button>
      )}
    </>
  );
}

/** An offer that needs no answer any more, and what came of it. */
export function PastOffer({ offer }: { offer: Offer }) {
  const words = say();
  const isMine = session.value?.role === 'GROWER';
  const { buyer, household, orderId, orderNumber, vndPerKg, grams, askedGrams } = offer;
  // One that was never answered in time is over for the phone too, before the server has swept it up.
  const state = offer.state === 'OFFERED' ? 'EXPIRED' : offer.state;
  const isAccepted = state === 'ACCEPTED';
  return (
    <section class="card">
      <div class="card-head">
        <b>{goodsOf(offer)}</b>
        <Chip
          tone={isAccepted ? 'blue' : 'plain'}
          icon={isAccepted ? 'check' : state === 'EXPIRED' ? 'clock' : 'cross'}
        >
          {words.states[state]}
        </Chip>
      </div>
      {!isMine && household && <b>{household.name}</b>}
      <p>
        {buyer.name} · {fmt().perKg(vndPerKg)}
        {grams < askedGrams && ` · ${words.partOf(fmt().kg(grams), fmt().kg(askedGrams))}`}
      </p>
      <p class="row apart">
        <span class="earth num">{orderNumber}</span>
        {isMine && (
          <LinkButton look="quiet" icon="help" href={`/app/vi-sao/${orderId}`}>
            {words.why}
          </LinkButton>
        )}
      </p>
    </section>
  );
}
