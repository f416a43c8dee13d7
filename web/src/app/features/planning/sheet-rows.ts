import { byStatus, Fault } from '../../api/fault.js';
import { isOnline } from '../../api/line.js';
import { locale } from '../../words/words.js';

/** Why a sheet cannot be used, and the one next step. */
export interface Said {
  message: string;
  nextStep: string;
}

/**
 * The rows of a filled sheet as the server read them; nothing is written by that.
 * @param path where sheets of this kind are read
 * @throws Fault when the server cannot be asked
 */
export async function sheetRows(path: string, file: File): Promise<{ rows: unknown } | Said> {
  const body = new FormData();
  body.append('file', file);
  let response: Response;
  try {
    response = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'x-requested-with': 'cho-luc-nam', 'x-locale': locale.value },
      body,
    });
  } catch {
    isOnline.value = false;
    throw new Fault('OFFLINE');
  }
  const answer = (await response.json().catch(() => ({}))) as {
    rows?: unknown;
    message?: string;
    nextStep?: string;
  };
  if (answer.rows) return { rows: answer.rows };
  if (answer.message) return { message: answer.message, nextStep: answer.nextStep ?? '' };
  throw new Fault(byStatus(response.status));
}
