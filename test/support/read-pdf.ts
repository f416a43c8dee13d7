/** The text of an uncompressed PDF as a reader copies it out: glyphs of each font turned back by its own ToUnicode map. */
export function readPdf(file: Buffer): string {
  const source = file.toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id, body] of source.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
    objects.set(id ?? '', body ?? '');

  const lettersOf = (fontId: string): Map<string, string> => {
    const mapId = /\/ToUnicode (\d+) 0 R/.exec(objects.get(fontId) ?? '')?.[1] ?? '';
    const letters = new Map<string, string>();
    let glyph = 0;
    for (const [, range] of (objects.get(mapId) ?? '').matchAll(
      /beginbfrange([\s\S]*?)endbfrange/g,
    ))
      for (const [, from, list] of (range ?? '').matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g)) {
        glyph = Number.parseInt(from ?? '', 16);
        // One glyph may stand for several letters, which the map sets apart by blanks: <0066 0066> is "ff".
        for (const [, hex] of (list ?? '').matchAll(/<([\w ]+)>/g))
          letters.set(
            (glyph++).toString(16).padStart(4, '0'),
            Buffer.from((hex ?? '').replaceAll(' ', ''), 'hex')
              .swap16()
              .toString('utf16le'),
          );
      }
    return letters;
  };
  const fonts = new Map<string, Map<string, string>>();
  for (const [, name, id] of source.matchAll(/\/(F\d+) (\d+) 0 R/g))
    if (!fonts.has(name ?? '')) fonts.set(name ?? '', lettersOf(id ?? ''));

  const lines: string[] = [];
  for (const [, stream] of source.matchAll(/stream\n([\s\S]*?)\nendstream/g)) {
    if (!stream?.includes(' Tf')) continue;
    let letters: Map<string, string> | undefined;
    for (const [, font, shown] of stream.matchAll(
      /\/(F\d+) [\d.]+ Tf|\[((?:<\w*>|[-\d. ])*)\] TJ/g,
    )) {
      if (font) letters = fonts.get(font);
      else
        lines.push(
          [...(shown ?? '').matchAll(/<(\w*)>/g)]
            .flatMap(([, hex]) => hex?.match(/.{4}/g) ?? [])
            .map((glyph) => letters?.get(glyph) ?? '�')
            .join(''),
        );
    }
  }
  return lines.join('\n');
}
