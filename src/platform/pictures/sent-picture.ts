import '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../access/actor.js';
import { sentenceOf } from '../words/say.js';
import './words.js';

const MEGABYTES = 8;
const STATUS: Readonly<Record<string, number>> = {
  PHOTO_MISSING: 400,
  PHOTO_TOO_LARGE: 413,
  PHOTO_KIND: 415,
  PHOTO_BROKEN: 422,
  PHOTO_TOO_MANY: 429,
};

/** The one picture of a form (multipart/form-data), of at most 8 MB. */
export async function pictureOf(
  request: FastifyRequest,
): Promise<Buffer | Refusal<'PHOTO_MISSING' | 'PHOTO_TOO_LARGE'>> {
  if (!request.isMultipart()) return refuse('PHOTO_MISSING', {}, 'file');
  try {
    const file = await request.file({ limits: { fileSize: MEGABYTES * 1_000_000, files: 1 } });
    return file ? await file.toBuffer() : refuse('PHOTO_MISSING', {}, 'file');
  } catch (fault) {
    if (codeOf(fault) !== 'FST_REQ_FILE_TOO_LARGE') throw fault;
    return refuse('PHOTO_TOO_LARGE', { megabytes: MEGABYTES }, 'file');
  }
}

/** 201 `{id}`, or the refusal as `{code, message, nextStep}`. */
export async function answerPicture(
  reply: FastifyReply,
  added: { readonly id: string } | Refusal,
  { locale }: Actor,
): Promise<void> {
  if (!isRefusal(added)) {
    await reply.code(201).send(added);
    return;
  }
  const { refused: code, field } = added;
  await reply.code(STATUS[code] ?? 422).send({ code, field, ...sentenceOf(added, locale) });
}

const codeOf = (fault: unknown): unknown =>
  typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : undefined;
