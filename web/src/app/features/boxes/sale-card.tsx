import { Chip } from '../../ui/chips.js';
import { CropDrawing } from '../../ui/crop-drawing.js';
import { named } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import type { Sale } from './documents.js';
import { say } from './words.js';

/** `Thùng 5 kg na loại 1` */
export const boxText = ({
  boxGrams,
  crop,
  grade,
}: Pick<Sale, 'boxGrams' | 'grade'> & { crop: Omit<Sale['crop'], 'code'> }): string =>
  say().box(fmt().kg(boxGrams), `${named(crop)} ${named(grade).toLowerCase()}`);

export function SaleChip({ isOpen, closeReason }: Sale) {
  const words = say();
  return isOpen ? (
    <Chip tone="green" icon="check">
      {words.open}
    </Chip>
  ) : (
    <Chip tone="plain" icon="lock">
      {closeReason ? words.closed[closeReason] : words.over}
    </Chip>
  );
}

/** One sale in a list. */
export function SaleCard({ sale }: { sale: Sale }) {
  const words = say();
  const { id, crop, vndPerBox, left, boxes, isOpen, sellerName, commune } = sale;
  return (
    <a class="card link" href={`/app/thung/${id}`}>
      <span class="row">
        <CropDrawing code={crop.code} size={48} />
        <b class="grow">{boxText(sale)}</b>
      </span>
      <span>
        <b class="num">{words.price(fmt().vnd(vndPerBox))}</b>
        {isOpen && `, ${words.left(fmt().number(left), fmt().number(boxes))}`}
      </span>
      <span class="earth">{[sellerName, commune?.name].filter(Boolean).join(', ')}</span>
      {isOpen ? (
        <span class="earth">
          {words.until(fmt().moment(new Date(sale.ordersUntil), new Date()))}
        </span>
      ) : (
        <SaleChip {...sale} />
      )}
    </a>
  );
}
