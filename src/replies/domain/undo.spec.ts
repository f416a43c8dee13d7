import { readReply } from './reply.js';
import { readUndo, undoCode } from './undo.js';

describe('ID-06 a text message that takes back what somebody else did', () => {
  it.each([
    ['BO', null],
    ['bỏ', null],
    ['Bỏ đi nhé', null],
    ['bo viec nay', null],
    ['BO LT-1A2B3C', 'LT-1A2B3C'],
    ['bo lt 1a2b3c', 'LT-1A2B3C'],
    ['bỏ 1a2b3c ạ', 'LT-1A2B3C'],
    ['BO: LT1A2B3C.', 'LT-1A2B3C'],
  ])('reads “%s”', (text, code) => {
    expect(readUndo(text)).toEqual({ code });
  });

  it.each([
    'bố',
    'bò',
    'bộ',
    '2',
    'không',
    'thôi',
    'hủy',
    'bo 150kg',
    'bo 1',
    'không bỏ',
    'ok bo',
    '',
  ])('does not take “%s” for it', (text) => {
    expect(readUndo(text)).toBeUndefined();
  });

  it.each(['BO', 'bỏ', 'bo LT-1A2B3C'])('“%s” answers no question', (text) => {
    expect(readReply(text, ['LN-0825-4K7']).says).not.toMatch(/YES|NO/);
  });

  it('calls an act by the end of its id', () => {
    expect(undoCode('0192f7d4-2f55-7b3e-9d0c-6a1f4c3b2e10')).toBe('LT-3B2E10');
  });
});
