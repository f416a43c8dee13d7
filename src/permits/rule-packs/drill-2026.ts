import type { RulePack } from '../domain/rule-pack.js';

/** The eight communes that took the district's place on 1 July 2025. */
const LUC_NAM_COMMUNES = [
  'commune:07444@2025',
  'commune:07450@2025',
  'commune:07462@2025',
  'commune:07486@2025',
  'commune:07489@2025',
  'commune:07492@2025',
  'commune:07498@2025',
  'commune:07519@2025',
] as const;

/**
 * An exercise, not a law: for its window, produce trucks from Lục Nam to Hà Nội need our permit and a negative
 * test of everyone aboard, so that the whole way from request to checkpoint can be walked through.
 */
export const drill2026 = (window: { readonly from: Date; readonly to: Date }): RulePack => ({
  id: 'DRILL-2026',
  document: 'Diễn tập kiểm soát vận chuyển 2026',
  scope: { origins: LUC_NAM_COMMUNES, destinations: ['city:Hà Nội'] },
  effectiveFrom: window.from.toISOString(),
  effectiveTo: window.to.toISOString(),
  tests: [
    {
      maxAgeHours: 72,
      countedFrom: 'RESULT',
      methods: ['RT_PCR', 'RAPID_AG'],
      when: [],
      people: 'EVERYONE',
      sparesImmune: false,
    },
  ],
  pass: {
    kinds: ['LUC_NAM_PERMIT'],
    when: [],
    without: 'HOLD',
    spares: 'NOTHING',
    maxHours: 24,
    isAutomatic: true,
  },
  terms: {
    boundTo: ['PLATE', 'ITINERARY', 'PEOPLE'],
    voidWhenTestOlder: null,
    voidWithoutMeasure: null,
    closedIssuer: null,
  },
  waivers: [],
  openHours: [],
  sourceNote: 'Tình huống giả định của cuộc diễn tập, không phải quy định đang có hiệu lực.',
  confidence: 'GUESS',
});
