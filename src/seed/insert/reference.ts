import type { EntityManager } from 'typeorm';
import { day } from '../../kernel/day.js';
import { ADMIN_UNITS, type UnitKey } from '../facts/admin-units.js';
import { CROP_WINDOWS } from '../facts/crop-windows.js';
import { CRATES, crop as cropFacts, CROPS, type GradeCode } from '../facts/crops.js';
import { HAMLETS } from '../facts/hamlets.js';
import {
  BUYING_POINTS,
  CHECKPOINTS_2021,
  jurisdictionOf,
  MARKETS,
  type MarketKind,
} from '../facts/places.js';
import { modelPrice } from '../facts/prices.js';
import { uuidFrom } from '../random.js';
import { insertMissingRows } from './insert-rows.js';

const id = (name: string): string => uuidFrom('reference', name);

/** Ids of reference rows, the same on every machine: demo rows refer to them. */
export const unitId = ({ code, validFrom }: UnitKey): string => id(`unit/${code}/${validFrom}`);
export const hamletId = (code: string): string => id(`hamlet/${code}`);
export const placeId = (code: string): string => id(`place/${code}`);

const PLACE_KIND: Record<MarketKind, string> = {
  MARKET_TOWN: 'TOWN',
  WHOLESALE_MARKET: 'WHOLESALE_MARKET',
  ORIGIN_MARKET: 'BUYING_POINT',
  BORDER_GATE: 'BORDER_GATE',
  AIRPORT: 'TOWN',
};

const GRADE_EN: Record<GradeCode, string> = {
  DB: 'extra',
  L1: 'grade 1',
  L2: 'grade 2',
  L3: 'grade 3',
  L4: 'small',
  XO: 'unsorted',
};

const CRATE_EN: Record<string, string> = {
  SOT: 'bamboo basket',
  KHAY_NHUA: 'plastic crate',
  THUNG_XOP: 'foam box',
  BAO: 'sack',
};

// Lots of 2021 are read by the scale of 2021: the first day of the scale lies before all of them.
const SCALE_FROM = day('2020-01-01');
const SCALE_SET_AT = '2020-01-01T00:00:00+07:00';

/** Units, places, crops, grades, crates and reference prices; running it twice changes nothing. */
export async function insertReference(db: EntityManager): Promise<void> {
  await insertMissingRows(db, 'admin_units', unitRows());
  await linkUnits(db);
  await insertMissingRows(db, 'admin_units', hamletRows());
  await insertMissingRows(db, 'places', placeRows());
  await insertMissingRows(
    db,
    'crops',
    CROPS.map((crop, position) => ({
      code: crop.code,
      nameVi: crop.name,
      nameEn: crop.nameEn,
      synonyms: crop.synonyms,
      shelfLifeDays: crop.shelfLifeDays[0],
      position,
    })),
  );
  await insertMissingRows(
    db,
    'varieties',
    CROPS.flatMap((crop) =>
      crop.varieties.map(({ code, name }) => ({
        code,
        cropCode: crop.code,
        nameVi: name,
        nameEn: name,
      })),
    ),
  );
  await insertMissingRows(db, 'grades', gradeRows());
  await insertMissingRows(
    db,
    'crate_types',
    CRATES.map(({ code, name, tareG }) => ({
      code,
      nameVi: name,
      nameEn: CRATE_EN[code] ?? name,
      tareG,
    })),
  );
  await insertMissingRows(db, 'seasons', seasonRows());
  await insertMissingRows(db, 'crop_windows', cropWindowRows());
  await insertMissingRows(db, 'reference_prices', priceRows());
}

const unitRows = () =>
  ADMIN_UNITS.map((unit) => ({
    id: unitId(unit),
    code: unit.code,
    name: unit.name,
    kind: unit.level === 'COMMUNE' && unit.kind === 'thị trấn' ? 'TOWNSHIP' : unit.level,
    parentId: null,
    validFrom: unit.validFrom,
    validTo: unit.validTo,
    successorId: null,
    lat: unit.latitude,
    lon: unit.longitude,
    population: unit.population,
    area_km2: unit.areaHa === null ? null : unit.areaHa / 100,
    isGiNaDai: unit.isInGiArea,
  }));

// Parents and successors come second: a unit may name one that stands later in the list.
async function linkUnits(db: EntityManager): Promise<void> {
  const links = ADMIN_UNITS.map((unit) => ({
    id: unitId(unit),
    parent_id: unit.parent && unitId(unit.parent),
    successor_id: unit.successor && unitId(unit.successor),
  }));
  await db.query(
    `update admin_units u set parent_id = l.parent_id, successor_id = l.successor_id
     from json_populate_recordset(null::admin_units, $1::json) l where l.id = u.id`,
    [JSON.stringify(links)],
  );
}

const hamletRows = () =>
  HAMLETS.map(({ code, name, commune }) => ({
    id: hamletId(code),
    code,
    name,
    kind: 'HAMLET',
    parentId: unitId(commune),
    validFrom: commune.validFrom,
    validTo: null,
    isGiNaDai: false,
  }));

const placeRows = () => [
  ...MARKETS.map((market) => ({
    id: placeId(market.code),
    code: market.code,
    name: market.name,
    kind: PLACE_KIND[market.kind],
    lat: market.latitude,
    lon: market.longitude,
    road: null,
    unitId: null,
    jurisdiction: jurisdictionOf(market),
  })),
  ...BUYING_POINTS.map((point) => ({
    id: placeId(point.code),
    code: point.code,
    name: point.name,
    kind: 'BUYING_POINT',
    lat: point.latitude,
    lon: point.longitude,
    road: null,
    unitId: unitId(point.commune),
    jurisdiction: 'Bắc Giang',
  })),
  ...CHECKPOINTS_2021.map((post) => ({
    id: placeId(post.code),
    code: post.code,
    name: post.name,
    kind: 'CHECKPOINT',
    lat: post.latitude,
    lon: post.longitude,
    road: post.road,
    unitId: unitId(post.unit),
    jurisdiction: null,
  })),
];

const gradeRows = () =>
  CROPS.flatMap((crop) =>
    crop.grades.map((grade, position) => ({
      id: id(`grade/${crop.code}/${grade.code}`),
      cropCode: crop.code,
      code: grade.code,
      nameVi: grade.name,
      nameEn: GRADE_EN[grade.code],
      fruitGFrom: grade.fromG,
      fruitGTo: grade.belowG,
      fruitsPerKg: grade.fruitsPerKg,
      position,
      validFrom: SCALE_FROM,
      validTo: null,
    })),
  );

const seasonRows = () =>
  CROPS.flatMap((crop) =>
    Object.entries(crop.season).map(([month, season]) => ({
      id: id(`season/${crop.code}/${month}`),
      cropCode: crop.code,
      nameVi: season === 'MAIN' ? 'chính vụ' : 'rải vụ',
      monthFrom: Number(month),
      monthTo: Number(month),
      isMain: season === 'MAIN',
    })),
  );

const cropWindowRows = () =>
  CROP_WINDOWS.map(({ cropCode, varietyCode, season, opens, closes }) => {
    const [usualKgPerHa, mostKgPerHa] = cropFacts(cropCode).yieldKgPerHa;
    const [shelfDaysFrom, shelfDaysTo] = cropFacts(cropCode).shelfLifeDays;
    return {
      id: id(`window/${cropCode}/${varietyCode ?? ''}/${season}`),
      cropCode,
      varietyCode,
      season,
      opens,
      closes,
      usualKgPerHa,
      mostKgPerHa,
      shelfDaysFrom,
      shelfDaysTo,
      validFrom: SCALE_FROM,
      createdAt: SCALE_SET_AT,
    };
  });

const priceRows = () =>
  CROPS.flatMap((crop) =>
    crop.grades.flatMap((grade) =>
      Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) => {
        const price = modelPrice({
          cropCode: crop.code,
          varietyCode: crop.varieties[0].code,
          gradeCode: grade.code,
          on: day(`2026-${String(month).padStart(2, '0')}-20`),
          mood: 0,
        });
        return price === null
          ? []
          : [
              {
                id: id(`price/${crop.code}/${grade.code}/${month}`),
                cropCode: crop.code,
                gradeCode: grade.code,
                month,
                vndPerKg: price,
              },
            ];
      }),
    ),
  );
