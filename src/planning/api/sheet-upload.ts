import '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { sentenceOf } from '../../platform/words/say.js';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_BYTES = 1_000_000;

export async function answerRefusal(
  reply: FastifyReply,
  status: number,
  refusal: Refusal,
  { locale }: Actor,
): Promise<void> {
  await reply.code(status).send({ code: refusal.refused, ...sentenceOf(refusal, locale) });
}

/** The one file of a form; a sheet is at most a megabyte. */
export async function fileOf(
  request: FastifyRequest,
): Promise<Buffer | Refusal<'SHEET_BROKEN' | 'SHEET_TOO_LARGE'>> {
  if (!request.isMultipart()) return refuse('SHEET_BROKEN', {}, 'file');
  try {
    const file = await request.file({ limits: { fileSize: MOST_BYTES, files: 1 } });
    return file ? await file.toBuffer() : refuse('SHEET_BROKEN', {}, 'file');
  } catch (fault) {
    const isLarge =
      typeof fault === 'object' && fault !== null && 'code' in fault
        ? fault.code === 'FST_REQ_FILE_TOO_LARGE'
        : false;
    if (!isLarge) throw fault;
    return refuse('SHEET_TOO_LARGE', { rows: 1_000 }, 'file');
  }
}
