/**
 * "BO", with marks or without, the code of the act or none. Nothing else: "bố" and "bò" are other words, and a no to a
 * question is 2 or "không".
 */
const UNDO =
  /^(?:bo|bỏ)(?: (?:đi|di|việc|viec|này|nay|hộ|ho))*(?:[ .:]+(?:lt[ .-]*)?(?<code>[0-9a-f]{6}))?(?: (?:nhé|nhe|nha|ạ|a))*[ .!]*$/;

/** What somebody who answers an act done in her name means to take back; undefined when she says something else. */
export function readUndo(text: string): { readonly code: string | null } | undefined {
  const said = UNDO.exec(text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim());
  if (!said) return undefined;
  const code = said.groups?.['code'];
  return { code: code === undefined ? null : `LT-${code.toUpperCase()}` };
}

/** What an act done in somebody's name is called in a text message: `LT-1A2B3C`. */
export const undoCode = (actId: string): string => `LT-${actId.slice(-6).toUpperCase()}`;
