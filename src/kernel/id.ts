import type { Brand } from './brand.js';

/** A UUID in lower case. Made by us (version 7), or by the phone for what is written without signal. */
export type Id = Brand<string, 'Id'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const isId = (text: string): text is Id => UUID.test(text);
