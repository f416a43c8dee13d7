import { useDeed } from '../../api/use-deed.js';
import { useDraft } from '../../offline/use-draft.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { NotDone } from '../../ui/not-done.js';
import { fmt } from '../../words/words.js';
import { AnswerOtherwise } from './documents.js';
import {
  EMPTY_OFFER,
  isDoubtful,
  linesOf,
  termsInput,
  worthOf,
  type OfferDraft,
} from './offer-draft.js';
import { aboveForm, OfferForm } from './offer-form.js';
import type { Offer, Talk } from './offer-slip.js';
import { say } from './words.js';

interface CounterFormProps {
  talk: Talk;
  onDone: () => void;
  onBack: () => void;
}

/** Other terms for the same lot, beginning from those on the table. */
export function CounterForm({ talk, onDone, onBack }: CounterFormProps) {
  const words = say();
  const live = talk.offers.at(-1);
  const key = `counter:${talk.id}:${talk.liveSeq}`;
  const deed = useDeed(key);
  const {
    value: draft,
    change,
    discard,
  } = useDraft<OfferDraft>(key, live ? draftOf(live) : EMPTY_OFFER);
  if (!live || !draft) return null;
  const lines = linesOf(draft);

  const send = async (): Promise<void> => {
    const done = await deed.run(AnswerOtherwise, {
      ...termsInput(draft),
      negotiationId: talk.id,
      seq: talk.liveSeq,
      lines: lines.map((line) => ({ ...line, resetPrice: null })),
      readyFrom: live.readyFrom,
      readyTo: live.readyTo,
      tiers: live.tiers,
    });
    if (!done) return;
    discard();
    onDone();
  };

  return (
    <Screen
      title={words.counterTitle}
      code="N4"
      back={`/app/mac-ca/${talk.id}`}
      action={
        <Button
          look="main"
          isWide
          isDisabled={lines.length === 0 || isDoubtful(draft) || deed.isBusy}
          onPress={() => void send()}
        >
          {lines.length === 0 ? words.needLine : words.sendOffer(fmt().vnd(worthOf(lines)))}
        </Button>
      }
    >
      <div class="stack">
        <NotDone why={aboveForm(deed.notDone)} />
        <OfferForm
          grades={live.lines.map(({ grade, grams, vndPerKg }) => ({
            grade,
            freeGrams: grams,
            askVndPerKg: vndPerKg,
          }))}
          draft={draft}
          onChange={change}
          notDone={deed.notDone}
        />
        <Button look="quiet" isWide icon="back" onPress={onBack}>
          {words.notYet}
        </Button>
      </div>
    </Screen>
  );
}

const typed = (value: number): string => String(value).replace('.', ',');

/** The offer on the table, as it would have been typed. */
function draftOf(offer: Offer): OfferDraft {
  const { deduction, depositVnd } = offer;
  return {
    kg: Object.fromEntries(
      offer.lines.map(({ grade, grams }) => [grade.code, `${typed(grams / 1000)} kg`]),
    ),
    price: Object.fromEntries(
      offer.lines.map(({ grade, vndPerKg }) => [grade.code, `${vndPerKg} đ`]),
    ),
    pricePlace: offer.pricePlace,
    deductionPercent: deduction.kind === 'PERCENT' ? typed(deduction.basisPoints / 100) : '0',
    deposit: depositVnd > 0 ? `${depositVnd} đ` : '',
    paymentDays: String(offer.paymentDays),
    loadingBy: offer.loadingBy,
    transportBy: offer.transportBy,
    cratesBy: offer.cratesBy,
    hasBand: offer.band !== null,
    answerMinutes: '120',
  };
}
