import { byStatus, Fault } from './fault.js';
import { send, UPLOAD_PATIENCE_MS } from './send.js';

interface Refused {
  code: string;
  message: string;
  nextStep: string;
}

/**
 * Sends a photo that `shrinkPhoto` made and answers its id, or the server's refusal. Throws a `Fault` otherwise.
 * @param as the profile it was taken as
 * @param path a place of its own for pictures that are not public
 */
export async function uploadPhoto(
  photo: Blob,
  as: string,
  path: '/photos' | '/grant-papers' = '/photos',
): Promise<{ id: string } | Refused> {
  const form = new FormData();
  form.append('file', photo, 'anh');
  const { status, body } = await send(path, form, UPLOAD_PATIENCE_MS, as);
  const { id, code, message, nextStep } = (body ?? {}) as Partial<Refused & { id: string }>;
  if (id !== undefined) return { id };
  if (code && message && nextStep) return { code, message, nextStep };
  throw new Fault(byStatus(status));
}
