import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { isOnline } from '../../api/line.js';
import type { NotDone as Why } from '../../api/use-deed.js';
import { wrongLine } from '../../api/wrong-line.js';
import { Screen } from '../../shell/screen.js';
import { BindingSheet } from '../../ui/binding-sheet.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt } from '../../ui/said-at.js';
import { Table } from '../../ui/table.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import type { Share, SharePlan } from './documents.js';
import { ownDivision, typedOf, type OwnDivision } from './own-division.js';
import { giniText, headOf, nameOf, rowsOf, sellersOf } from './share-rows.js';
import { OneLot } from './share-table.js';
import { say } from './words.js';

const LEAST_REASON = 3;

export interface HandWish {
  reason: string;
  lines: { lotGradeId: string; grams: number }[];
}

/** What is asked before the division is sent, and what is said once it is. */
interface HandTexts {
  send: (load: string, households: string) => string;
  ask: string;
  note: string;
  yes: string;
  done: string;
}

interface ByHandProps {
  /** Of the screen. */
  code: string;
  plan: SharePlan;
  texts: HandTexts;
  notDone: Why | null;
  send: (wish: HandWish) => Promise<string | undefined>;
  onSent: () => void;
  onBack: () => void;
  /** Choices by hand that were sent before. */
  before?: ComponentChildren;
}

/** AL-18: kilograms by hand beside the computed ones, with a reason and how uneven either is. */
export function ByHand(props: ByHandProps) {
  const { code, plan, texts, notDone, send, onSent, onBack, before } = props;
  const words = say();
  const [cells, setCells] = useState<ReadonlyMap<string, string>>(
    () => new Map(plan.shares.map((one) => [one.lotGradeId, typedOf(one.takenGrams)])),
  );
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [isSent, setSent] = useState(false);
  const own = ownDivision(plan, cells);
  const [sent, setSentLines] = useState<readonly string[]>([]);
  const refused = sent[wrongLine(notDone?.field)?.at ?? -1];
  const wrong = rowsOf(plan).flatMap((share): WrongCell[] => {
    const { lotGradeId } = share;
    const doubt = own.doubts.get(lotGradeId);
    const why = doubt ? words.doubts[doubt] : lotGradeId === refused ? notDone?.message : undefined;
    return why ? [{ lotGradeId, name: nameOf(share), why }] : [];
  });
  const isWrong = own.doubts.size > 0 || own.over.length > 0 || own.total === 0;
  const isReasoned = reason.trim().length >= LEAST_REASON;
  const goods = texts.send(fmt().load(own.total), fmt().number(own.households));
  const deliver = async (): Promise<string | undefined> => {
    const lines = [...own.amounts].map(([lotGradeId, grams]) => ({ lotGradeId, grams }));
    setSentLines(lines.map(({ lotGradeId }) => lotGradeId));
    const done = await send({ reason, lines });
    setSent(done !== undefined);
    return done;
  };
  return (
    <Screen
      title={words.handTitle}
      code={code}
      action={
        <>
          <Button
            look="main"
            isWide
            isDisabled={isWrong || !isReasoned || !isOnline.value}
            onPress={() => setAsked(true)}
          >
            {isWrong ? words.mend : isReasoned ? goods : words.reasonMissing}
          </Button>
          <Button look="quiet" isWide onPress={onBack}>
            {words.back}
          </Button>
        </>
      }
    >
      <form class="stack" onSubmit={(event) => event.preventDefault()}>
        <p>{words.handNote}</p>
        {!isOnline.value && <p class="stale">{words.needLine}</p>}
        <NotDone why={notDone} cell={refused && cellOf(refused)} />
        {wrong.length > 0 && <WrongCells wrong={wrong} />}
        <HandTable
          rows={rowsOf(plan)}
          cells={cells}
          wrong={wrong}
          onType={(id, text) => setCells(new Map(cells).set(id, text))}
        />
        {plan.grades
          .filter(({ grade }) => own.over.includes(grade.code))
          .map(({ grade, mostGrams }) => (
            <p key={grade.code} class="wrong" role="status">
              {words.over(titled(named(grade)), fmt().kg(mostGrams))}
            </p>
          ))}
        <Figures plan={plan} own={own} />
        <p class="earth">{words.giniNote}</p>
        <TextField
          id="ly-do"
          label={words.reason}
          hint={words.reasonHint}
          maxLength={300}
          error={saidAt(notDone, 'byHand.reason')}
          value={reason}
          onChange={setReason}
        />
        {before}
      </form>
      <BindingSheet
        title={texts.ask}
        yes={texts.yes}
        no={words.no}
        done={texts.done}
        isOpen={isAsked}
        send={deliver}
        onClose={() => {
          setAsked(false);
          if (isSent) onSent();
        }}
      >
        <p>
          <b>{goods}</b>
        </p>
        <p>{texts.note}</p>
        <Figures plan={plan} own={own} />
      </BindingSheet>
    </Screen>
  );
}

interface WrongCell {
  readonly lotGradeId: string;
  readonly name: string;
  readonly why: string;
}

const cellOf = (lotGradeId: string): string => `kg-${lotGradeId}`;

/** What must be mended, above a table that may be long: one tap leads to each cell. */
function WrongCells({ wrong }: { wrong: readonly WrongCell[] }) {
  return (
    <div role="status">
      <p class="wrong">{say().wrongCells(fmt().number(wrong.length))}</p>
      <ul class="list">
        {wrong.map(({ lotGradeId, name, why }) => (
          <li key={lotGradeId}>
            <a href={`#${cellOf(lotGradeId)}`}>{name}</a>: {why}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface HandTableProps {
  rows: readonly Share[];
  cells: ReadonlyMap<string, string>;
  wrong: readonly WrongCell[];
  onType: (lotGradeId: string, text: string) => void;
}

function HandTable({ rows, cells, wrong, onType }: HandTableProps) {
  const words = say();
  return (
    <Table
      caption={words.households}
      rows={rows}
      rowKey={({ lotGradeId }) => lotGradeId}
      columns={[
        {
          key: 'household',
          title: headOf(rows),
          cell: (share) => <OneLot share={share} />,
        },
        {
          key: 'computed',
          title: words.computed,
          isNumber: true,
          cell: ({ takenGrams }) => <span class="num">{fmt().number(takenGrams / 1000)}</span>,
        },
        {
          key: 'own',
          title: words.own,
          isNumber: true,
          cell: (share) => {
            const doubt = wrong.find(({ lotGradeId }) => lotGradeId === share.lotGradeId)?.why;
            const doubtId = `${cellOf(share.lotGradeId)}-error`;
            return (
              <>
                <input
                  class="input num"
                  id={cellOf(share.lotGradeId)}
                  type="text"
                  inputMode="decimal"
                  autocomplete="off"
                  maxLength={9}
                  aria-label={words.ownOf(nameOf(share))}
                  aria-invalid={doubt ? 'true' : undefined}
                  aria-describedby={doubt && doubtId}
                  value={cells.get(share.lotGradeId) ?? ''}
                  onInput={({ currentTarget }) => onType(share.lotGradeId, currentTarget.value)}
                />
                {doubt && (
                  <small class="wrong" id={doubtId}>
                    {doubt}
                  </small>
                )}
              </>
            );
          },
        },
      ]}
    />
  );
}

/** Both divisions in figures, before anything is sent. */
function Figures({ plan, own }: { plan: SharePlan; own: OwnDivision }) {
  const words = say();
  const { load, number } = fmt();
  const rows = [
    { label: words.sum, computed: load(plan.plannedGrams), own: load(own.total) },
    {
      label: words.sellers,
      computed: number(sellersOf(plan)),
      own: number(own.households),
    },
    { label: words.gini, computed: giniText(plan.gini), own: giniText(own.gini) },
  ];
  return (
    <Table
      caption={words.compare}
      rows={rows}
      rowKey={({ label }) => label}
      columns={[
        { key: 'what', title: words.figure, cell: ({ label }) => label },
        {
          key: 'computed',
          title: words.computed,
          isNumber: true,
          cell: ({ computed }) => <span class="num">{computed}</span>,
        },
        {
          key: 'own',
          title: words.mine,
          isNumber: true,
          cell: (row) => <b class="num">{row.own}</b>,
        },
      ]}
    />
  );
}
