import { byStatus, Fault } from '../../api/fault.js';
import { send, UPLOAD_PATIENCE_MS } from '../../api/send.js';

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
  const form = new FormData();
  form.append('file', file);
  const { status, body } = await send(path, form, UPLOAD_PATIENCE_MS);
  const { rows, message, nextStep } = (body ?? {}) as { rows?: unknown } & Partial<Said>;
  if (rows) return { rows };
  if (message) return { message, nextStep: nextStep ?? '' };
  throw new Fault(byStatus(status));
}
