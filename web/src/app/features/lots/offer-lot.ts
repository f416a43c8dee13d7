import type { Id } from '../../../../../src/kernel/id.js';
import type { Grams } from '../../../../../src/kernel/units.js';
import { act, phoneStore } from '../../offline/phone.js';
import type { Waiting } from '../../offline/queue.js';
import { newId } from '../../offline/new-id.js';
import { CreateLot, RepeatLot, type Lot } from './documents.js';
import { emptyDraft, sprayOf, windowOf, type LotDraft } from './lot-draft.js';

export const NEW_LOT = 'lot:new';

/** Writes the lot down as an act of this phone; `isPublished` false keeps it as a draft on the server. */
export function offerLot(draft: LotDraft, title: string, isPublished: boolean): Promise<Waiting> {
  const now = new Date();
  const { readyFrom, readyTo } = windowOf(draft.daysAhead, now);
  const spray = sprayOf(draft.spray, now);
  return act(CreateLot, {
    objectKey: `lot:${draft.lotId}`,
    title,
    photo: draft.photo ?? undefined,
    input: {
      lotId: draft.lotId,
      householdId: draft.household?.id ?? null,
      cropCode: draft.cropCode,
      varietyCode: draft.varietyCode,
      grades: [...draft.lines],
      readyFrom: readyFrom.toISOString(),
      readyTo: readyTo.toISOString(),
      minTakeGrams: null,
      pickupNote: draft.pickupNote.trim() || null,
      photoId: null,
      sprayedOn: spray?.sprayedOn ?? null,
      intervalDays: spray?.intervalDays ?? null,
      publish: isPublished,
    },
  });
}

/** "Đăng lại như hôm qua": the same lot for tomorrow morning. */
export const repeatLot = (lot: Lot, newLotId: Id, title: string): Promise<Waiting> =>
  act(RepeatLot, {
    objectKey: `lot:${newLotId}`,
    title,
    input: { lotId: lot.id as never, newLotId },
  });

/** Opens the form of a new lot with these contents, in place of what was begun before. */
export async function beginLot(contents: Partial<LotDraft>): Promise<void> {
  const store = await phoneStore();
  await store.keepDraft(NEW_LOT, { ...emptyDraft(newId()), ...contents });
}

/** What a lot held, as the beginning of the next one. */
export const draftFrom = (lot: Lot): Partial<LotDraft> => ({
  household: lot.isMine || !lot.household ? null : (lot.household as LotDraft['household']),
  step: 'check',
  cropCode: lot.crop.code,
  varietyCode: lot.variety?.code ?? null,
  lines: lot.grades
    .filter(({ offeredGrams }) => offeredGrams > 0)
    .map(({ grade, offeredGrams, askVndPerKg }) => ({
      gradeCode: grade.code,
      grams: offeredGrams as Grams,
      askVndPerKg,
    })),
  pickupNote: lot.pickupNote ?? '',
});
