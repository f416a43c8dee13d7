/** Of several lines, the one a refusal is about, and its part: `lots.0.lines.2.grams` is line 2, `grams`. */
export function wrongLine(
  field: string | null | undefined,
): { readonly at: number; readonly part: string } | null {
  const [, at, part] = /(?:^|\.)lines\.(\d+)\.(\w+)$/.exec(field ?? '') ?? [];
  return at && part ? { at: Number(at), part } : null;
}
