import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Block, Column, Paper } from '../domain/paper.js';

const MARGIN = 50;
const SIZE = { small: 8.5, text: 10.5, heading: 12.5, title: 17 };
const GAP = 6;
const LABEL_WIDTH = 110;
const SIGNING_ROOM = 70;
const INK = '#1b1b1b';
const PALE = '#6b6b6b';
const RULE = '#b9b2a3';

type Doc = PDFKit.PDFDocument;
type Font = 'Regular' | 'Bold';

const require = createRequire(import.meta.url);
const FONTS: Readonly<Record<Font, string>> = {
  Regular: '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
  Bold: '@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf',
};

/**
 * A paper as PDF on A4. The same paper gives the same bytes, on any machine and at any time: only its own instant is
 * written down, ids come from its words, and nothing is compressed.
 */
export async function printed(paper: Paper): Promise<Buffer> {
  // Loaded by whoever asks for a paper first: it takes as long as a tenth of the start of the product.
  const { default: PDFDocument } = await import('pdfkit');
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    compress: false,
    bufferPages: true,
    lang: 'vi-VN',
    displayTitle: true,
    info: {
      Title: `${paper.title} ${paper.number}`,
      Creator: 'Chợ Lục Nam',
      Producer: 'Chợ Lục Nam',
      CreationDate: paper.at,
    },
  });
  for (const font of ['Regular', 'Bold'] as const)
    doc.registerFont(font, await readFile(require.resolve(FONTS[font])));

  const whole = bytesOf(doc);
  head(doc, paper);
  for (const block of paper.blocks) print(doc, block);
  numberPages(doc, paper);
  doc.end();
  return whole;
}

function bytesOf(doc: Doc): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
}

const widthOf = (doc: Doc): number => doc.page.width - 2 * MARGIN;
const bottomOf = (doc: Doc): number => doc.page.height - MARGIN - SIZE.small * 2;
const write = (doc: Doc, font: Font, size: number, color = INK): Doc =>
  doc.font(font).fontSize(size).fillColor(color);

function head(doc: Doc, paper: Paper): void {
  write(doc, 'Bold', SIZE.small, PALE).text('CHỢ LỤC NAM', MARGIN, MARGIN);
  write(doc, 'Bold', SIZE.title).text(paper.title, { align: 'center' });
  write(doc, 'Regular', SIZE.text).text(`Số ${paper.number}`, { align: 'center' });
  doc.y += GAP * 2;
}

function print(doc: Doc, block: Block): void {
  switch (block.kind) {
    case 'HEADING':
      room(doc, SIZE.heading * 5);
      write(doc, 'Bold', SIZE.heading).text(block.text, MARGIN, doc.y + GAP);
      doc.y += GAP / 2;
      return;
    case 'FACTS':
      for (const row of block.rows) fact(doc, row);
      doc.y += GAP;
      return;
    case 'TABLE':
      table(doc, block);
      return;
    case 'SIGNATURES':
      sign(doc, block.sides);
  }
}

/** Goes to the next page when less than this is left. */
function room(doc: Doc, height: number): boolean {
  if (doc.y + height <= bottomOf(doc)) return false;
  doc.addPage();
  return true;
}

function fact(doc: Doc, [label, value]: readonly [string, string]): void {
  const width = widthOf(doc) - LABEL_WIDTH;
  write(doc, 'Regular', SIZE.text);
  room(doc, doc.heightOfString(value, { width }) + GAP);
  const { y } = doc;
  write(doc, 'Regular', SIZE.text, PALE).text(label, MARGIN, y, { width: LABEL_WIDTH - GAP });
  const labelEnd = doc.y;
  write(doc, 'Regular', SIZE.text).text(value, MARGIN + LABEL_WIDTH, y, { width });
  doc.y = Math.max(labelEnd, doc.y) + GAP / 2;
}

function table(doc: Doc, { columns, rows, total }: Extract<Block, { kind: 'TABLE' }>): void {
  const heads = columns.map(({ title }) => title);
  line(doc, columns, heads, 'Bold');
  for (const row of rows) line(doc, columns, row, 'Regular', heads);
  if (total) line(doc, columns, total, 'Bold');
  doc.y += GAP;
}

/** One row, over a rule; the head is said again on a new page. */
function line(
  doc: Doc,
  columns: readonly Column[],
  cells: readonly string[],
  font: Font,
  heads?: readonly string[],
): void {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (widthOf(doc) * share) / shares);
  write(doc, font, SIZE.text);
  const height = Math.max(
    ...cells.map((cell, i) => doc.heightOfString(cell || ' ', { width: (widths[i] ?? 0) - GAP })),
  );
  if (room(doc, height + GAP) && heads) line(doc, columns, heads, 'Bold');
  write(doc, font, SIZE.text);
  const { y } = doc;
  let x = MARGIN;
  for (const [i, width] of widths.entries()) {
    const align = columns[i]?.isFigure ? 'right' : 'left';
    doc.text(cells[i] ?? '', x, y, { width: width - GAP, align });
    x += width;
  }
  const under = y + height + GAP / 3;
  doc
    .moveTo(MARGIN, under)
    .lineTo(MARGIN + widthOf(doc), under)
    .lineWidth(0.5)
    .strokeColor(RULE)
    .stroke();
  doc.x = MARGIN;
  doc.y = under + GAP / 3;
}

function sign(doc: Doc, sides: readonly string[]): void {
  room(doc, SIGNING_ROOM + SIZE.text * 3);
  const y = doc.y + GAP * 2;
  const width = widthOf(doc) / sides.length;
  for (const [i, side] of sides.entries()) {
    const x = MARGIN + i * width;
    write(doc, 'Bold', SIZE.text).text(side, x, y, { width, align: 'center' });
    write(doc, 'Regular', SIZE.small, PALE).text('(ký, ghi rõ họ tên)', x, doc.y, {
      width,
      align: 'center',
    });
  }
  doc.y = y + SIGNING_ROOM;
}

function numberPages(doc: Doc, paper: Paper): void {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    // Below the bottom margin, where text would otherwise start a page of its own.
    doc.page.margins.bottom = 0;
    write(doc, 'Regular', SIZE.small, PALE).text(
      `${paper.number} · trang ${page + 1}/${count}`,
      MARGIN,
      doc.page.height - MARGIN + SIZE.small,
      { width: widthOf(doc), align: 'center' },
    );
  }
}
