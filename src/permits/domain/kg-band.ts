import type { Grams } from '../../kernel/units.js';

const STEP_KG = 50;

/**
 * The weights a permit covers, in whole kilograms: a tenth either way of what was announced, rounded outward
 * to 50 kg. Fruit is weighed at the points, after the permit was asked for.
 */
export function kgBandOf(load: Grams): { readonly least: number; readonly most: number } {
  const kg = load / 1000;
  return {
    least: Math.floor((kg * 0.9) / STEP_KG) * STEP_KG,
    most: Math.ceil((kg * 1.1) / STEP_KG) * STEP_KG,
  };
}

/** Whether a permit that was asked for `announced` covers `load`. */
export function isInBand(load: Grams, announced: Grams): boolean {
  const { least, most } = kgBandOf(announced);
  return load >= least * 1000 && load <= most * 1000;
}
