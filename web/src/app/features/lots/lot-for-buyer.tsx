import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { session } from '../../session.js';
import { lazyScreen } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { LinkButton } from '../../ui/button.js';
import { Slip } from '../../ui/slip.js';
import { titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import type { Lot } from './documents.js';
import { drawingOf, goodsOfLot } from './goods.js';
import { GradeFigures, GradeRung } from './grade-rung.js';
import { ClosureNote, gradeName, lotFacts, LotPicture, priceText } from './lot-face.js';
import { say } from './words.js';

/** Only traders order; those who sell need not carry it. */
const OrderStep = lazyScreen(() => import('./order-step.js'));

interface LotForBuyerProps {
  lot: Lot;
  note: ComponentChildren;
}

/** A lot on the market: a trader chooses a grade, types kilograms, and the household is asked. */
export function LotForBuyer({ lot, note }: LotForBuyerProps) {
  const words = say();
  const role = session.value?.role;
  const [gradeCode, setGradeCode] = useState<string | null>(null);
  const line = lot.grades.find(({ grade }) => grade.code === gradeCode);
  const isOpen = lot.state === 'PUBLISHED';
  const buyable = lot.grades.filter(({ freeGrams }) => freeGrams > 0);
  if (line) {
    return <OrderStep lot={lot} line={line} onBack={() => setGradeCode(null)} />;
  }
  return (
    <Screen title={titled(goodsOfLot(lot))} code="A5" back="/app">
      <div class="stack">
        {note}
        <ClosureNote closure={lot.closure} />
        <LotPicture lot={lot} />
        <Slip
          title={words.lot}
          lines={[
            ...(buyable.length > 0 ? buyable : lot.grades).map((one) => ({
              label: `${gradeName(one)} · ${fmt().kg(one.freeGrams)}`,
              value: priceText(one.askVndPerKg),
            })),
            ...lotFacts(lot),
          ]}
        />
        {!isOpen && <p class="stale">{words.goneNote}</p>}
        {isOpen && buyable.length === 0 && <p class="stale">{words.promisedNote}</p>}
        {role === undefined && (
          <LinkButton
            look="main"
            isWide
            icon="person"
            href={`/app/vao?ve=${encodeURIComponent(`/app/lo/${lot.id}`)}`}
          >
            {words.signIn}
          </LinkButton>
        )}
        {role !== undefined && role !== 'TRADER' && <p class="earth">{words.onlyTraders}</p>}
        {role === 'TRADER' && isOpen && buyable.length > 0 && (
          <section class="stack tight">
            <h2>{words.orderGrade}</h2>
            {buyable.map(({ grade, freeGrams, askVndPerKg }) => (
              <GradeRung
                key={grade.code}
                drawing={drawingOf(lot)}
                grade={grade}
                onPress={() => setGradeCode(grade.code)}
              >
                <GradeFigures grams={freeGrams} askVndPerKg={askVndPerKg} />
              </GradeRung>
            ))}
            <LinkButton icon="chat" isWide href={`/app/tra-gia/${lot.id}`}>
              {words.haggle}
            </LinkButton>
          </section>
        )}
      </div>
    </Screen>
  );
}
