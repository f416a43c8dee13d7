import { photoKind, takenAt } from './photo-kind.js';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('what a picture is', () => {
  it.each([
    ['JPEG', '\xff\xd8\xff\xe0\x00\x10JFIF'],
    ['PNG', '\x89PNG\r\n\x1a\n\x00'],
    ['WEBP', 'RIFF\x24\x00\x00\x00WEBPVP8 '],
  ])('knows %s by its first bytes', (kind, start) => {
    expect(photoKind(bytes(start))).toBe(kind);
  });

  it.each([
    ['<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['GIF89a\x01\x00'],
    ['%PDF-1.7'],
    ['<!doctype html><script>'],
    ['RIFF\x24\x00\x00\x00WAVEfmt '],
    [' \xff\xd8\xff'],
    [''],
  ])('takes nothing that begins %j', (start) => {
    expect(photoKind(bytes(start))).toBeUndefined();
  });
});

describe('LI-13 when a picture was taken', () => {
  const now = new Date('2026-08-25T11:00:00Z');

  it('reads the clock of the camera as Việt Nam time', () => {
    expect(takenAt(bytes('Exif\0\0MM\x002026:08:25 05:30:00\0'), now)).toEqual(
      new Date('2026-08-24T22:30:00Z'),
    );
  });

  it.each([['no clock at all'], ['2026:08:25 18:00:01'], ['2026:13:45 99:00:00']])(
    'does not believe %j',
    (exif) => {
      expect(takenAt(bytes(exif), now)).toBeUndefined();
    },
  );
});
