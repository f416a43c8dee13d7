import type { Id } from '../../../../../src/kernel/id.js';
import type { Grams } from '../../../../../src/kernel/units.js';
import { act, phoneStore } from '../../offline/phone.js';
import type { Waiting } from '../../offline/queue.js';
import { newId } from '../../offline/new-id.js';
import { CreateLot, RepeatLot, type Lot } from './documents.js';
import { emptyDraft, sprayOf, windowOf, type LotDraft } from './lot-draft.js';

/** The form of a new lot keeps apart what was begun in it: `from` names a household, an earlier lot, a report. */
export const newLotKey = (from: string | undefined): string =>
  from === undefined ? 'lot:new' : `lot:new:${from}`;

/** Writes the lot down as an act of this phone, in place of what the form keeps; `isPublished` false keeps it as a draft on the server. */
export function offerLot(
  draft: LotDraft,
  title: string,
  isPublished: boolean,
  draftKey?: string,
): Promise<Waiting> {
  const now = new Date();
  const { readyFrom, readyTo } = windowOf(draft.daysAhead, now);
  const spray = sprayOf(draft.spray, now);
  return act(CreateLot, {
    objectKey: `lot:${draft.lotId}`,
    title,
    photo: draft.photo ?? undefined,
    draftKey,
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

/** "Đăng lại như hôm qua": the same lot for the morning after the day on which it is asked. */
export function repeatLot(lot: Lot, newLotId: Id, title: string): Promise<Waiting> {
  const { readyFrom, readyTo } = windowOf(1, new Date());
  return act(RepeatLot, {
    objectKey: `lot:${newLotId}`,
    title,
    input: {
      lotId: lot.id as never,
      newLotId,
      readyFrom: readyFrom.toISOString(),
      readyTo: readyTo.toISOString(),
    },
  });
}

/** Begins a new lot with these contents, or goes on with what was begun from the same. @returns where its form is */
export async function beginLot(contents: Partial<LotDraft>, from: string): Promise<string> {
  const store = await phoneStore();
  const key = newLotKey(from);
  if (!(await store.draft(key)))
    await store.keepDraft(key, { ...emptyDraft(newId()), ...contents });
  return `/app/lo/moi?tu=${from}`;
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
