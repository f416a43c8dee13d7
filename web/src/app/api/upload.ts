import { locale } from '../words/words.js';
import { byStatus, Fault } from './fault.js';
import { isOnline } from './line.js';

interface Refused {
  code: string;
  message: string;
  nextStep: string;
}

/** Sends a photo that `shrinkPhoto` made and answers its id, or the server's refusal. Throws a `Fault` otherwise. */
export async function uploadPhoto(photo: Blob): Promise<{ id: string } | Refused> {
  const body = new FormData();
  body.append('file', photo, 'anh');
  const response = await post(body);
  const answer = (await response.json().catch(() => ({}))) as Partial<Refused & { id: string }>;
  if (answer.id !== undefined) return { id: answer.id };
  const { code, message, nextStep } = answer;
  if (code && message && nextStep) return { code, message, nextStep };
  throw new Fault(byStatus(response.status));
}

async function post(body: FormData): Promise<Response> {
  try {
    const headers = { 'x-requested-with': 'cho-luc-nam', 'x-locale': locale.value };
    const response = await fetch('/photos', {
      method: 'POST',
      credentials: 'same-origin',
      headers,
      body,
    });
    isOnline.value = true;
    return response;
  } catch {
    isOnline.value = false;
    throw new Fault('OFFLINE');
  }
}
