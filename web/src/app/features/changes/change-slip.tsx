import { named, titled } from '../../words/named.js';
import { Slip, type SlipLine } from '../../ui/slip.js';
import { fmt } from '../../words/words.js';
import type { ChangePreview } from './change-documents.js';
import { say } from './change-words.js';

/** What a change does, as a slip: every figure before and after, then what vehicles and permits do. */
export function ChangeSlip({ preview }: { preview: ChangePreview }) {
  const words = say();
  const { kg, vnd } = fmt();
  const { parts, rides } = preview;
  const isOne = parts.length === 1;
  const lines: SlipLine[] = [
    ...parts.flatMap((part) => linesOf(part, isOne)),
    { label: words.kg, value: moved(preview.gramsBefore, preview.grams, kg), kind: 'sum' },
    { label: words.goods, value: moved(preview.goodsVndBefore, preview.goodsVnd, vnd) },
    ...rides.flatMap(({ plate, loadBefore, loadAfter }) =>
      loadBefore !== null && loadAfter !== null
        ? [{ label: words.load(plate), value: moved(loadBefore, loadAfter, kg) }]
        : [],
    ),
  ];
  return (
    <Slip title={words.wouldBe} lines={lines}>
      {rides.map(({ runNumber, plate, leftOut, loadAfter, permit }) => (
        <p key={runNumber}>
          {leftOut.length === 0
            ? words.stays(plate)
            : loadAfter === null
              ? words.comesNoMore(plate)
              : words.leaves(plate, leftOut.join(', '))}{' '}
          {permit && words.permit[permit]}
        </p>
      ))}
    </Slip>
  );
}

function linesOf(part: ChangePreview['parts'][0], isOne: boolean): SlipLine[] {
  const words = say();
  const { kg } = fmt();
  const head = isOne ? '' : `${part.dealNumber} · `;
  const changed = part.grades.filter(({ gramsBefore, grams }) => gramsBefore !== grams);
  const isMoved = part.readyFrom !== part.readyFromBefore || part.readyTo !== part.readyToBefore;
  return [
    ...changed.map(({ grade, gramsBefore, grams }) => ({
      label: `${head}${titled(named(grade))}`,
      value: moved(gramsBefore, grams, kg),
    })),
    ...(isMoved
      ? [
          {
            label: `${head}${words.pickup}`,
            value: moved(part.readyFromBefore, part.readyFrom, (at) =>
              fmt().moment(new Date(at), new Date()),
            ),
          },
        ]
      : []),
  ];
}

const moved = <Value extends string | number>(
  before: Value,
  after: Value,
  text: (value: Value) => string,
): string => (before === after ? text(after) : say().becomes(text(before), text(after)));
