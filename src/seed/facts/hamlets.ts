import { commune2021, COMMUNES_2021, type UnitKey } from './admin-units.js';

/** Thôn: the smallest place people name; kept under the commune of 2021, which decides GI origin. */
export interface Hamlet {
  readonly code: string;
  readonly name: string;
  readonly commune: UnitKey;
  /** Numbered hamlets are placeholders until the communes enter their own list. */
  readonly isPlaceholder: boolean;
}

// Hamlets that the district's own publicity names as na, taro or trading hamlets.
const NAMED: Readonly<Record<string, readonly string[]>> = {
  '07504': ['Khuyên', 'Liễu Giang'],
  '07486': ['Suối Ván', 'Kỳ Sơn'],
  '07450': ['Dạo Lưới'],
  '07501': ['Hạ', 'Non Giếng'],
};

const HAMLETS_PER_COMMUNE = 5;

export const HAMLETS: readonly Hamlet[] = COMMUNES_2021.flatMap(({ code, validFrom, kind }) => {
  const named = NAMED[code] ?? [];
  const numbered = Array.from(
    { length: HAMLETS_PER_COMMUNE - named.length },
    (_, index) => `${kind === 'thị trấn' ? 'Tổ dân phố' : 'Thôn'} ${index + 1}`,
  );
  return [...named.map((name) => `Thôn ${name}`), ...numbered].map((name, index) => ({
    code: `${code}-${String(index + 1).padStart(2, '0')}`,
    name,
    commune: { code, validFrom },
    isPlaceholder: index >= named.length,
  }));
});

/** @throws RangeError when the code was no commune of the district in 2021 */
export function hamletsOf(communeCode: string): readonly Hamlet[] {
  commune2021(communeCode);
  return HAMLETS.filter((hamlet) => hamlet.commune.code === communeCode);
}
