import { appScreens, openable } from './support/app-screens.js';
import { Judge } from './support/judge.js';
import { LONG, Stage } from './support/stage.js';

const PUBLIC = ['/', '/cho', '/gia', '/demo', '/app/nowhere'];
const LOOKS = [
  { locale: 'vi', theme: 'light', width: 320 },
  { locale: 'en', theme: 'dark', width: 360, isEnlarged: true },
] as const;

const screens = [...appScreens(), ...PUBLIC.map((path) => ({ role: null, path }))];
const roles = [...new Set(screens.map(({ role }) => role))];

/** UX-03, UX-04: every screen as a machine can judge it, in Vietnamese by day and in English by night. */
describe('every screen', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
    await haggleOverALot();
  }, LONG);
  afterAll(() => stage.close(), LONG);

  it.each(roles.map((role) => [role ?? 'a guest', role] as const))(
    'of %s can be read, reached and pressed',
    async (_, role) => {
      const signedIn = role && (await stage.product.sessionOf(role));
      const nobody = { partyId: null, personId: null };
      const paths: string[] = [];
      for (const { path } of screens.filter((one) => one.role === role))
        paths.push(await openable(stage.product.db, path, signedIn?.session ?? nobody));
      const faults = await Promise.all(
        LOOKS.map(async (look) => {
          const page = await stage.lookingOn(signedIn, look);
          const judge = await Judge.on(page, stage.product.url, look);
          const found: string[] = [];
          for (const path of paths)
            for (const fault of await judge.faultsAt(path))
              found.push(`${path} in ${look.locale}, ${look.theme}: ${fault}`);
          await page.context().close();
          return found;
        }),
      );
      expect(faults.flat()).toEqual([]);
    },
    LONG,
  );

  /** Nobody haggles in the demonstration: a trader and a household whose screens are looked at do. */
  async function haggleOverALot(): Promise<void> {
    const { product } = stage;
    const { token } = await product.sessionOf('TRADER');
    const { session } = await product.sessionOf('GROWER');
    const { rows } = await product.db.query<{ id: string; grade: string; from: Date; to: Date }>(
      `select l.id, g.grade_code grade, l.ready_from "from", l.ready_to "to" from lots l join lot_grades g on g.lot_id = l.id
        where l.household_id = $1 and l.state = 'PUBLISHED' and g.offered_g - g.reserved_g - g.weighed_g >= 50000 limit 1`,
      [session.partyId],
    );
    const [lot] = rows;
    if (!lot) throw new Error('the household of the demonstration has nothing to haggle over');
    await product.act(token, 'makeOffer', {
      lots: [{ lotId: lot.id, lines: [{ gradeCode: lot.grade, grams: 50_000, vndPerKg: 20_000 }] }],
      answerMinutes: 120,
      cratesBy: 'BUYER',
      loadingBy: 'BUYER',
      transportBy: 'BUYER',
      deduction: { kind: 'NONE' },
      depositVnd: 0,
      isPhoneDeal: false,
      paymentDays: 3,
      pricePlace: 'GARDEN',
      readyFrom: lot.from,
      readyTo: lot.to,
      toleranceBp: 500,
    });
  }
});
