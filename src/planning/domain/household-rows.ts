import { refuse, type Refusal } from '../../kernel/refusal.js';
import { parseArea } from './area.js';

/** One row of a list of households as it was typed. */
export interface HouseholdRow {
  /** Number of the row in the sheet, as the reader sees it. */
  readonly line: number;
  readonly name: string;
  readonly phone?: string | null;
  readonly commune?: string | null;
  readonly hamlet?: string | null;
  readonly crop: string;
  readonly area?: string | null;
  readonly plantedYear?: string | null;
  /** The reader was told of a household that looks the same, and says that this is another one. */
  readonly isReallyNew?: boolean | null;
}

/** Heads of the columns, as the sheet we give has them. */
export const COLUMNS = {
  name: 'Hộ',
  phone: 'Số điện thoại',
  commune: 'Xã',
  hamlet: 'Thôn',
  crop: 'Cây',
  area: 'Diện tích',
  plantedYear: 'Năm trồng',
} as const;
export type Column = keyof typeof COLUMNS;

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a list is read against. */
export interface ListGround {
  /** Communes of 2021 the reader may enter households in. */
  readonly communes: readonly Named[];
  readonly hamlets: readonly (Named & { readonly communeId: string })[];
  readonly crops: readonly { readonly code: string; readonly nameVi: string }[];
  readonly nameOf: (typed: string) => string | Refusal;
  readonly phoneOf: (typed: string) => string | Refusal;
  /** A size and a year that land can have. */
  readonly doubtOf: (plot: {
    readonly areaM2: number;
    readonly plantedYear: number | null;
  }) => Refusal | undefined;
}

export interface ReadHousehold {
  readonly name: string;
  readonly phone: string | null;
  readonly communeId: string;
  readonly hamletId: string | null;
  readonly cropCode: string;
  readonly areaM2: number;
  readonly plantedYear: number | null;
}

/** Why a row cannot be entered, and in which column. */
export interface RowProblem {
  readonly column: string;
  readonly refusal: Refusal;
}

const SAO_M2 = 360;

/** The row as it would be written, or everything that is wrong with it. */
export function readHousehold(row: HouseholdRow, ground: ListGround): ReadHousehold | RowProblem[] {
  const problems: RowProblem[] = [];
  const take = <Value>(column: Column, read: Value | Refusal, otherwise: Value): Value => {
    if (!isRefused(read)) return read;
    problems.push({ column: COLUMNS[column], refusal: read });
    return otherwise;
  };
  const typed = (column: Column): string => (row[column] ?? '').trim();

  const name = take('name', ground.nameOf(row.name), '');
  const phone = typed('phone') === '' ? null : take('phone', ground.phoneOf(typed('phone')), '');
  const communeId = take('commune', communeOf(typed('commune'), ground), '');
  const hamletId = take('hamlet', hamletOf(typed('hamlet'), communeId, ground), null);
  const cropCode = take('crop', cropOf(typed('crop'), ground), '');
  const areaM2 = take('area', typed('area') === '' ? SAO_M2 : parseArea(typed('area')), SAO_M2);
  const plantedYear = take('plantedYear', yearOf(typed('plantedYear')), null);
  const doubt = ground.doubtOf({ areaM2, plantedYear });
  if (doubt) {
    const column = doubt.field === 'plantedYear' ? COLUMNS.plantedYear : COLUMNS.area;
    problems.push({ column, refusal: doubt });
  }
  if (problems.length > 0) return problems;
  return { name, phone, communeId, hamletId, cropCode, areaM2, plantedYear };
}

function communeOf(typed: string, { communes }: ListGround): string | Refusal {
  const [only, second] = communes;
  if (typed === '' && only && !second) return only.id;
  const found = communes.filter(({ name }) => bareUnit(name) === bareUnit(typed));
  const [commune] = found;
  return commune && found.length === 1 ? commune.id : refuse('LIST_COMMUNE_UNKNOWN', { typed });
}

function hamletOf(
  typed: string,
  communeId: string,
  { hamlets }: ListGround,
): string | null | Refusal {
  if (typed === '' || communeId === '') return null;
  const hamlet = hamlets.find(
    (one) => one.communeId === communeId && bareUnit(one.name) === bareUnit(typed),
  );
  return hamlet?.id ?? refuse('LIST_HAMLET_UNKNOWN', { typed });
}

function cropOf(typed: string, { crops }: ListGround): string | Refusal {
  const crop = crops.find(
    ({ code, nameVi }) => code === typed.toUpperCase() || folded(nameVi) === folded(typed),
  );
  return crop?.code ?? refuse('CROP_UNKNOWN');
}

function yearOf(typed: string): number | null | Refusal {
  if (typed === '') return null;
  return /^\d{4}$/.test(typed) ? Number(typed) : refuse('PLANTED_YEAR_WRONG');
}

const isRefused = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value;
const folded = (text: string): string =>
  text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
/** "Xã Nghĩa Phương" and "Nghĩa Phương" are one; so are "thôn Đông" and "Đông". */
const bareUnit = (text: string): string =>
  folded(text).replace(/^(xã|thị trấn|tt\.?|thôn|tổ dân phố|tdp) /, '');
