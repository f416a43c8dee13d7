/**
 * Judges a plan from its input alone. It shares no code with the allocator, only the shape of its input and output,
 * so that a fault of the allocator is not repeated here.
 */
import type { CostModel } from '../../src/orders/domain/allocation/cost-model.js';
import type { AllocationLine, AllocationPlan } from '../../src/orders/domain/allocation/plan.js';
import type { CandidateLot, Wish } from '../../src/orders/domain/allocation/wish.js';

/** Everything that is wrong with the plan, in words; empty when nothing is. */
export function faultsOf(
  plan: AllocationPlan,
  wish: Wish,
  candidates: readonly CandidateLot[],
  costs: CostModel,
): string[] {
  const byId = new Map(candidates.map((lot) => [lot.lotGradeId, lot]));
  return [
    ...faultsOfNaming(plan, byId),
    ...plan.lines.flatMap((line) => faultsOfLine(line, wish, byId.get(line.lotGradeId), costs)),
    ...faultsOfLimits(plan, wish),
    ...faultsOfMoney(plan, wish, byId, costs),
    ...faultsOfTotals(plan, wish, costs),
    ...faultsOfReasons(plan, wish, byId, costs),
  ];
}

type Lots = ReadonlyMap<string, CandidateLot>;

/** The hard rules a lot breaks for this order. */
function broken(lot: CandidateLot, wish: Wish, costs: CostModel): Set<string> {
  const rules = new Set<string>();
  const line = wish.lines.find(({ gradeCode }) => gradeCode === lot.gradeCode);
  if (!line) return rules.add('GRADE');
  const overlap =
    Math.min(lot.readyTo.getTime(), wish.readyTo.getTime()) -
    Math.max(lot.readyFrom.getTime(), wish.readyFrom.getTime());
  if (!(overlap > 0)) rules.add('WINDOW');
  const communes = wish.communeIds ?? [];
  if (lot.isZoneClosed || (communes.length > 0 && !communes.includes(lot.communeId))) {
    rules.add('ZONE');
  }
  if (wish.certificate && !lot.certificates.some((one) => one === wish.certificate)) {
    rules.add('CERT');
  }
  const price = lot.askVndPerKg ?? line.maxVndPerKg;
  if (price === null || price > (line.maxVndPerKg ?? price)) rules.add('PRICE');
  const metres = costs.roadMetres(lot.point, wish.depot);
  if (wish.mostRoadMetres !== undefined && metres > wish.mostRoadMetres) rules.add('DISTANCE');
  if (wish.leastReliability !== undefined && lot.reliability < wish.leastReliability) {
    rules.add('RELIABILITY');
  }
  return rules;
}

const leastOf = (lot: CandidateLot, wish: Wish): number =>
  Math.max(1, lot.leastTake, wish.leastLine ?? 0);

function faultsOfNaming({ lines, excluded }: AllocationPlan, byId: Lots): string[] {
  const named = [...lines, ...excluded].map(({ lotGradeId }) => lotGradeId);
  const times = new Map<string, number>();
  for (const id of named) times.set(id, (times.get(id) ?? 0) + 1);
  return [
    ...[...byId.keys()].filter((id) => !times.has(id)).map((id) => `${id} is passed over silently`),
    ...[...times].filter(([, count]) => count > 1).map(([id]) => `${id} is named twice`),
    ...named.filter((id) => !byId.has(id)).map((id) => `${id} was never offered`),
  ];
}

function faultsOfLine(
  line: AllocationLine,
  wish: Wish,
  lot: CandidateLot | undefined,
  costs: CostModel,
): string[] {
  if (!lot) return [];
  const faults: string[] = [];
  const id = line.lotGradeId;
  for (const rule of broken(lot, wish, costs)) faults.push(`${id} is taken against ${rule}`);
  if (!Number.isSafeInteger(line.grams)) faults.push(`${id} takes part of a gram`);
  if (line.grams < leastOf(lot, wish)) faults.push(`${id} is below its minimum`);
  if (line.grams > lot.free) faults.push(`${id} takes more than is free`);
  const asked = wish.lines.find(({ gradeCode }) => gradeCode === lot.gradeCode);
  if (line.vndPerKg !== (lot.askVndPerKg ?? asked?.maxVndPerKg))
    faults.push(`${id} has another price`);
  for (const key of ['lotId', 'householdId', 'communeId', 'gradeCode'] as const) {
    if (line[key] !== lot[key]) faults.push(`${id} has another ${key}`);
  }
  if (line.pointId !== lot.point.id) faults.push(`${id} is fetched elsewhere`);
  const isWhole = wish.crate === undefined || line.grams % wish.crate === 0;
  if (line.isLoose === isWhole) faults.push(`${id} is marked loose or whole wrongly`);
  return faults;
}

function faultsOfLimits({ lines }: AllocationPlan, wish: Wish): string[] {
  const faults: string[] = [];
  for (const { gradeCode, wanted } of wish.lines) {
    const taken = weightOf(lines.filter((line) => line.gradeCode === gradeCode));
    if (taken * 10_000 > wanted * (10_000 + wish.tolerance)) faults.push(`too much ${gradeCode}`);
  }
  for (const [household, theirs] of grouped(lines, (line) => line.householdId)) {
    if (weightOf(theirs) > (wish.householdCap ?? Infinity))
      faults.push(`${household} over its cap`);
    const loose = theirs.filter(({ grams }) => wish.crate !== undefined && grams % wish.crate > 0);
    if (loose.length > 1) faults.push(`${household} has ${loose.length} loose lines`);
  }
  const points = grouped(lines, (line) => line.pointId).size;
  if (points > (wish.mostPickupPoints ?? Infinity)) faults.push(`${points} pickup points`);
  if (weightOf(lines) > (wish.mostGrams ?? Infinity)) {
    faults.push('more than the trucks carry');
  }
  return faults;
}

/** Each line's goods to the đồng; transport to the đồng a point, whose lines share it. */
function faultsOfMoney(
  { lines }: AllocationPlan,
  wish: Wish,
  byId: Lots,
  costs: CostModel,
): string[] {
  const faults: string[] = [];
  for (const line of lines) {
    const exact = (2n * BigInt(line.grams) * BigInt(line.vndPerKg) + 1_000n) / 2_000n;
    if (BigInt(line.goodsVnd) !== exact) faults.push(`${line.lotGradeId} is priced wrongly`);
  }
  for (const [pointId, theirs] of grouped(lines, (line) => line.pointId)) {
    const at = byId.get(theirs[0]?.lotGradeId ?? '')?.point;
    if (!at) continue;
    const km = costs.roadMetres(at, wish.depot) / 1_000;
    const carried = theirs.reduce(
      (sum, { grams }) =>
        sum + Math.round(grams * ((costs.tonneVnd + costs.tonneVndPerKm * km) / 1_000_000)),
      0,
    );
    const coming = Math.round(costs.pointVnd + costs.pointVndPerKm * km);
    const told = theirs.reduce((sum, { transportVnd }) => sum + transportVnd, 0);
    if (told !== carried + coming + costs.lineVnd * theirs.length) {
      faults.push(`transport of ${pointId} does not add up`);
    }
  }
  return faults;
}

function faultsOfTotals(
  { lines, totals, shortfall }: AllocationPlan,
  wish: Wish,
  costs: CostModel,
): string[] {
  const wanted = wish.lines.reduce((sum, line) => sum + line.wanted, 0);
  const planned = weightOf(lines);
  const goods = lines.reduce((sum, line) => sum + line.goodsVnd, 0);
  const transport = lines.reduce((sum, line) => sum + line.transportVnd, 0);
  const missing = wish.lines.flatMap(({ gradeCode, wanted: kg }) => {
    const grams = kg - weightOf(lines.filter((line) => line.gradeCode === gradeCode));
    return grams > 0 ? [{ gradeCode, missing: grams }] : [];
  });
  const covered = wanted - missing.reduce((sum, one) => sum + one.missing, 0);
  const isWithin = planned * 10_000 >= wanted * (10_000 - wish.tolerance);
  const right: AllocationPlan['totals'] = {
    ...totals,
    wanted: wanted as typeof totals.wanted,
    planned: planned as typeof totals.planned,
    goodsVnd: goods as typeof totals.goodsVnd,
    transportVnd: transport as typeof totals.transportVnd,
    landedVndPerKg: (planned === 0
      ? null
      : Math.round(((goods + transport) * 1_000) / planned)) as typeof totals.landedVndPerKg,
    pickupPoints: grouped(lines, (line) => line.pointId).size,
    households: grouped(lines, (line) => line.householdId).size,
    communes: grouped(lines, (line) => line.communeId).size,
    truckloads: Math.ceil(planned / costs.truckload),
    coverage: (wanted === 0
      ? 10_000
      : Math.floor((covered * 10_000) / wanted)) as typeof totals.coverage,
    isWithinTolerance: isWithin,
    reachesLeast: planned >= wish.leastGrams,
  };
  const wrong = (Object.keys(right) as (keyof typeof right)[]).filter(
    (key) => right[key] !== totals[key],
  );
  const faults = wrong.map((key) => `total ${key} is ${totals[key]} and should be ${right[key]}`);
  const told = JSON.stringify(shortfall);
  if (told !== JSON.stringify(isWithin ? [] : missing)) faults.push(`shortfall is told as ${told}`);
  return faults;
}

/** Every reason must be true of its lot; a lot that breaks no hard rule may not be told that it does. */
function faultsOfReasons(plan: AllocationPlan, wish: Wish, byId: Lots, costs: CostModel): string[] {
  return plan.excluded.flatMap(({ lotGradeId, reason }) => {
    const lot = byId.get(lotGradeId);
    if (!lot) return [];
    const rules = broken(lot, wish, costs);
    if (rules.size > 0)
      return rules.has(reason) ? [] : [`${lotGradeId} is told ${reason}, which is not so`];
    const least = leastOf(lot, wish);
    const line = wish.lines.find(({ gradeCode }) => gradeCode === lot.gradeCode);
    const ofGrade = weightOf(plan.lines.filter(({ gradeCode }) => gradeCode === lot.gradeCode));
    const ofHousehold = weightOf(
      plan.lines.filter(({ householdId }) => householdId === lot.householdId),
    );
    const cap = wish.householdCap ?? Infinity;
    if (reason === 'POLICY_RANK') return [];
    if (reason === 'HOUSEHOLD_CAP') {
      return cap - ofHousehold < least ? [] : [`${lotGradeId} is told HOUSEHOLD_CAP without need`];
    }
    if (reason === 'MIN_TAKE') {
      const isTooLarge = least > Math.min(lot.free, (line?.wanted ?? 0) - ofGrade);
      return least > 1 || isTooLarge ? [] : [`${lotGradeId} is told MIN_TAKE and has no minimum`];
    }
    return [`${lotGradeId} is told ${reason}, which is not so`];
  });
}

const weightOf = (lines: readonly AllocationLine[]): number =>
  lines.reduce((sum, line) => sum + line.grams, 0);

function grouped(
  lines: readonly AllocationLine[],
  keyOf: (line: AllocationLine) => string,
): Map<string, AllocationLine[]> {
  const groups = new Map<string, AllocationLine[]>();
  for (const line of lines) {
    const key = keyOf(line);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return groups;
}
