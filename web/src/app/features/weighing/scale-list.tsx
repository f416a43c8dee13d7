import { forget, queue, sendAgain } from '../../offline/phone.js';
import { sorted } from '../../sorted.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { fmt } from '../../words/words.js';
import { scaleKey, type ScaleRow } from './scale-rows.js';
import { crateName, gradeName, type CrateType, type Ticket } from './scale-ticket.js';
import { say } from './scale-words.js';

interface RowsProps {
  rows: readonly ScaleRow[];
  ticket: Ticket;
  crateTypes: readonly CrateType[];
  onEdit: ((row: ScaleRow) => void) | undefined;
}

/** The newest on top: it is the one just read off the scale. */
export function Rows({ rows, ticket, crateTypes, onEdit }: RowsProps) {
  const words = say();
  const { kg, number } = fmt();
  return (
    <ol class="stack tight" reversed>
      {sorted([...rows.entries()], ([a], [b]) => b - a)
        .map(([index, row]) => ({ row, n: number(index + 1) }))
        .map(({ row, n }) => (
          <li key={row.id} class="weigh-row">
            <span class="earth num">{n}</span>
            <span class="grow">
              <b class="num">{kg(row.grossGrams)}</b> {gradeName(ticket, row.gradeCode)}
              <span class="earth">
                {row.crates > 0 &&
                  ` · ${number(row.crates)} ${crateName(crateTypes, row.crateCode)}`}
                {row.tareGrams > 0 && ` · ${words.tareIs(kg(row.tareGrams))}`}
              </span>
              {row.isUnsent && <span class="soon"> · {words.unsent}</span>}
            </span>
            {onEdit && (
              <button
                type="button"
                class="btn"
                aria-label={words.correctRow(n)}
                onClick={() => onEdit(row)}
              >
                {words.correct}
              </button>
            )}
          </li>
        ))}
    </ol>
  );
}

/** Loads the server would not take: they are on no sum, so they must be seen. */
export function RefusedActs({ ticketId }: { ticketId: string }) {
  const words = say();
  const refused = queue.value.filter(
    ({ objectKey, state }) => objectKey === scaleKey(ticketId) && state === 'refused',
  );
  return (
    <>
      {refused.map((one) => (
        <div class="card" role="alert" key={one.id}>
          <p class="wrong">
            <Icon name="warning" />
            <span>
              {one.title}: <b>{one.refusal?.message}</b> {one.refusal?.nextStep}
            </span>
          </p>
          <div class="pair">
            <Button icon="refresh" isWide onPress={() => void sendAgain(one.id)}>
              {words.again}
            </Button>
            <Button look="quiet" isWide onPress={() => void forget(one.id)}>
              {words.forget}
            </Button>
          </div>
        </div>
      ))}
    </>
  );
}
