import type { ComponentChildren } from 'preact';
import cropSheet from './crop-sheet.svg';

/** Codes drawn here; a crop drawn neither here nor in the sheet below is a basket. */
const DRAWN: Record<string, () => ComponentChildren> = {
  NA: naDai,
  NA_DAI: naDai,
  NA_THAI: naDai,
  NA_BO: naBo,
  NA_PHAN: naBo,
  DUA_LE: duaLe,
  DUA_HAU: duaHau,
  KHOAI_LANG: khoaiLang,
};

/** Crops of the sheet that a browser fetches when it first shows one of them; the app keeps it on the phone, outside its JavaScript. */
const IN_SHEET = /^(KHOAI_SO|DUA_CHUOT|DUA_BAO_TU|DUA_LUOI|VAI|NHAN|PINEAPPLE)$/;

interface CropDrawingProps {
  /** Variety code where one is known, else the crop code: `NA_BO`, `KHOAI_SO`. */
  code: string;
  /** Edge in CSS pixels; 48 unless said. */
  size?: number;
  label?: string;
}

export function CropDrawing({ code, size = 48, label }: CropDrawingProps) {
  const heard = label ? { role: 'img' as const, 'aria-label': label } : { 'aria-hidden': true };
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 64 64"
      stroke-linecap="round"
      stroke-linejoin="round"
      {...heard}
    >
      {IN_SHEET.test(code) ? <use href={`${cropSheet}#${code}`} /> : (DRAWN[code] ?? basket)()}
    </svg>
  );
}

/** Rows of the knobs of a sugar apple: x, y, radius. Narrow at the foot, broad at the shoulder. */
const KNOBS: readonly (readonly [number, number, number])[] = [
  [32, 53, 5],
  [25, 48, 5.5],
  [39, 48, 5.5],
  [18, 41, 6],
  [32, 43, 6.5],
  [46, 41, 6],
  [14, 32, 6],
  [25, 34, 6.5],
  [39, 34, 6.5],
  [50, 32, 6],
  [19, 23, 6],
  [32, 25, 6.5],
  [45, 23, 6],
];

function stalk() {
  return (
    <>
      <path d="M32 19c0-4 .6-7 2.5-10" fill="none" stroke="#6b4f2d" stroke-width="3" />
      <path
        d="M34 13c4-6 10-8 17-7-2 6-8 10-17 7z"
        fill="#4f8f46"
        stroke="#2d5f2c"
        stroke-width="1.5"
      />
      <path d="M37 12c4-2 7-3 11-5" fill="none" stroke="#2d5f2c" stroke-width="1.2" />
    </>
  );
}

function naDai() {
  return (
    <>
      <path
        d="M32 59C20 57 9 44 9 32c0-7 5-11 12-12 4 1 7 0 11 0s7 1 11 0c7 1 12 5 12 12 0 12-11 25-23 27z"
        fill="#6f9a4a"
      />
      {KNOBS.map(([x, y, r]) => (
        <circle cx={x} cy={y} r={r} fill="#a3c672" stroke="#4f7a35" stroke-width="1.5" />
      ))}
      {KNOBS.map(([x, y, r]) => (
        <path
          d={`M${x - r / 2} ${y - 1}q${r / 3} ${-r / 2} ${r * 0.8} ${-r / 3}`}
          fill="none"
          stroke="#d6e8b4"
          stroke-width="1.5"
        />
      ))}
      {stalk()}
    </>
  );
}

/** Na bở: larger, flatter eyes that part into creamy seams when ripe. */
function naBo() {
  return (
    <>
      <path
        d="M32 58C19 57 8 46 8 34c0-10 8-17 17-17h14c9 0 17 7 17 17 0 12-11 23-24 24z"
        fill="#f6edcf"
        stroke="#7d9a52"
        stroke-width="1.5"
      />
      <g fill="#bcd08a" stroke="#8aa55c" stroke-width="1.2">
        <path d="M26 47q6-4 12 0l-2 8q-4 3-8 0z" />
        <path d="M13 40q5-5 11-1l1 7q-2 6-6 6-5-4-6-12z" />
        <path d="M51 40q-5-5-11-1l-1 7q2 6 6 6 5-4 6-12z" />
        <path d="M25 33q7-5 14 0l-1 10q-6 3-12 0z" />
        <path d="M10 32q1-8 7-10 6 3 6 9l-1 5q-7 1-12-4z" />
        <path d="M54 32q-1-8-7-10-6 3-6 9l1 5q7 1 12-4z" />
        <path d="M21 21q5-3 11-2 6-1 11 2-2 7-5 9-6-3-12 0-3-2-5-9z" />
      </g>
      {stalk()}
    </>
  );
}

function duaLe() {
  return (
    <>
      <ellipse cx="32" cy="37" rx="21" ry="22" fill="#f3ecb4" stroke="#a79a4a" stroke-width="1.5" />
      <g fill="none" stroke="#cfc173" stroke-width="2">
        <path d="M32 16c-12 8-12 34 0 42M32 16c12 8 12 34 0 42M26 16.5c-17 8-17 32-3 40M38 16.5c17 8 17 32 3 40" />
      </g>
      <path d="M19 30c1-4 3-7 6-9" fill="none" stroke="#fffdf0" stroke-width="3" />
      <circle cx="32" cy="57" r="2" fill="#a79a4a" />
      <path
        d="M32 16c0-4-2-6-5-8M32 13c3-3 7-3 10-6"
        fill="none"
        stroke="#5b7d35"
        stroke-width="3"
      />
    </>
  );
}

function duaHau() {
  return (
    <>
      <circle cx="30" cy="31" r="23" fill="#3f8a45" stroke="#225a2b" stroke-width="1.5" />
      <g fill="none" stroke="#1f5a2a" stroke-width="3.5">
        <path d="M30 8c-3 5 2 8-1 14s2 9-1 16 2 9 0 15" />
        <path d="M19 11c-6 6-4 10-7 16s1 12-1 17M41 11c6 6 4 10 7 16" />
      </g>
      <path d="M25 58a23 23 0 0 1 37-21z" fill="#f4f0d8" stroke="#225a2b" stroke-width="3" />
      <path d="M31 54a18 18 0 0 1 27-15z" fill="#d64541" />
      <path d="M40 46h0M46 42h0M47 45.5h0" stroke="#2a1714" stroke-width="3" />
      <path d="M30 8c0-2 1-4 4-5" fill="none" stroke="#5b7d35" stroke-width="3" />
    </>
  );
}

function khoaiLang() {
  return (
    <>
      <path
        d="M5 45c-1-4 3-6 7-9 7-6 13-17 26-20 10-2 19 4 19 14 0 12-12 20-25 21-9 1-15-1-20-3-3-1-6 0-7-3z"
        fill="#b0506a"
        stroke="#6d2740"
        stroke-width="1.5"
      />
      <path d="M22 31c5-6 10-9 17-10" fill="none" stroke="#d6899c" stroke-width="3" />
      <g fill="none" stroke="#6d2740" stroke-width="1.6">
        <path d="M24 42l4 1M38 44l4-2M45 31l4-1M33 34l3-1M15 42l3 1M49 38l2-2" />
      </g>
      <path d="M56 25c2-3 4-5 4-9M5 45l-3 4" fill="none" stroke="#6d2740" stroke-width="2" />
    </>
  );
}

function basket() {
  return (
    <>
      <g fill="#a3c672" stroke="#4f7a35" stroke-width="1.5">
        <circle cx="22" cy="26" r="8" />
        <circle cx="42" cy="26" r="8" />
        <circle cx="32" cy="21" r="9" />
      </g>
      <path d="M7 29h50l-6 28H13z" fill="#d8b57a" stroke="#7a5527" stroke-width="1.5" />
      <g fill="none" stroke="#9a7038" stroke-width="1.8">
        <path d="M10 38h44M12 47h40M21 29l2 28M32 29v28M43 29l-2 28" />
      </g>
    </>
  );
}
