import { givenDeal } from '../support/given-weighing.js';
import { given, type Given, type Someone } from '../support/given.js';
import { Till } from '../support/settlement-acts.js';
import { Scale } from '../support/weighing-acts.js';
import { World } from '../support/world.js';

describe('sums that anyone can reckon again', () => {
  let world: World;
  let make: Given;
  let scale: Scale;
  let till: Till;
  let trader: Someone;
  let lan: Someone;
  let thang: Someone;

  beforeAll(async () => {
    world = await World.open('2026-11-23T05:00:00+07:00');
    make = await given(world);
    scale = new Scale(world);
    till = new Till(world);
  });
  afterAll(() => world.close());

  beforeEach(async () => {
    trader = await make.trader({});
    lan = await make.grower({});
    thang = await make.grower({});
  });

  async function owedToLan(): Promise<void> {
    const { id } = await givenDeal(make, {
      buyer: trader,
      household: lan,
      lines: [{ grade: 'L1', kg: 70, vndPerKg: 36_000 }],
    });
    await scale.agree(trader.voice, lan.voice, id, [{ grade: 'L1', kg: 71.8, crates: 1 }]);
    await world.deliverEvents();
  }

  it('PA-07 PA-14 owes what anyone can reckon again from the loads, to the đồng', async () => {
    // Repeatable dice: a linear congruential generator, so that a failure can be seen again.
    let dice = 20_261_123;
    const upTo = (limit: number): number => (dice = (dice * 48_271) % 2_147_483_647) % limit;
    const rules = ['NONE', 'PERCENT', 'FIXED_PER_CRATE'] as const;
    for (let tickets = 0; tickets < 12; tickets += 1) {
      const rule = rules[tickets % 3] ?? 'NONE';
      const { id } = await givenDeal(make, {
        buyer: trader,
        household: tickets % 2 === 0 ? lan : thang,
        deduction: { kind: rule, basisPoints: upTo(1_000), gramsPerCrate: upTo(900) },
        lines: ['L1', 'L2'].map((grade) => ({ grade, kg: 100, vndPerKg: 10_000 + upTo(50_000) })),
      });
      const loads = Array.from({ length: 1 + upTo(4) }, () => ({
        grade: upTo(2) === 0 ? 'L1' : 'L2',
        kg: (10_000 + upTo(60_000)) / 1000,
        crates: 1 + upTo(2),
      }));
      await scale.agree(trader.voice, (tickets % 2 === 0 ? lan : thang).voice, id, loads);
    }
    await world.deliverEvents();

    const lines: Record<string, string>[] = await world.db.query(
      `select p.id, p.amount_vnd, r.grade_code, d.deduction_kind, d.deduction_bp, d.deduction_crate_g,
              (select distinct l.vnd_per_kg from deal_lines l where l.deal_id = d.id and l.grade_code = r.grade_code),
              sum(r.gross_g - r.tare_g) as net, sum(r.crates) as crates
       from payables p join weigh_tickets t on t.id = p.ticket_id join deals d on d.id = t.deal_id
       join weigh_rows r on r.ticket_id = t.id
       where p.payer_id = $1 group by p.id, r.grade_code, d.id`,
      [trader.party.id],
    );
    const sums = new Map<string, bigint>();
    for (const line of lines) {
      const big = (name: string): bigint => BigInt(line[name] ?? 0);
      // In ten-thousandths of a gram: net less what the rule takes, to 0.1 kg half up, then the price half up.
      const net = big('net') * 10_000n;
      const kept = {
        NONE: net,
        PERCENT: big('net') * (10_000n - big('deduction_bp')),
        FIXED_PER_CRATE: net - big('crates') * big('deduction_crate_g') * 10_000n,
      }[line['deduction_kind'] as (typeof rules)[number]];
      const payable = ((kept + 500_000n) / 1_000_000n) * 100n;
      const amount = (payable * big('vnd_per_kg') + 500n) / 1_000n;
      sums.set(line['id'] ?? '', (sums.get(line['id'] ?? '') ?? 0n) + amount);
    }
    const stored = new Map(lines.map((line) => [line['id'], BigInt(line['amount_vnd'] ?? 0)]));
    expect(stored.size).toBe(12);
    expect(new Map(sums)).toEqual(stored);
  });

  describe('VietQR', () => {
    it('PA-03 pays the household its amount under the ticket’s number, and the check sum holds', async () => {
      await owedToLan();
      const [payable] = await till.mine(trader.voice);
      expect(payable).toMatchObject({ bankName: 'Vietcombank', bankAccount: '0011004567890' });
      const text = payable?.vietQr ?? '';
      const fields = fieldsOf(text);
      expect(fields).toMatchObject({
        '00': '01',
        '01': '12',
        '53': '704',
        '54': '2520000',
        '58': 'VN',
      });
      const account = fieldsOf(fields['38'] ?? '');
      expect(account).toMatchObject({ '00': 'A000000727', '02': 'QRIBFTTA' });
      expect(fieldsOf(account['01'] ?? '')).toEqual({ '00': '970436', '01': '0011004567890' });
      expect(fieldsOf(fields['62'] ?? '')).toEqual({
        '08': payable?.ticket.number.replaceAll('-', ' '),
      });
      expect(fields['63']).toBe(checkSum(text.slice(0, -4)));
    });

    it('PA-03 is missing where the household has no account', async () => {
      await world.db.query(
        `update parties set bank_bin = null, bank_account = null where id = $1`,
        [lan.party.id],
      );
      await owedToLan();
      expect(await till.mine(trader.voice)).toMatchObject([
        { vietQr: null, bankName: null, bankAccount: null },
      ]);
    });
  });
});

/** Reads tag-length-value, as a bank's app does. */
function fieldsOf(text: string): Record<string, string> {
  const fields: Record<string, string> = {};
  let rest = text;
  while (rest !== '') {
    const [, tag = '', length = ''] = /^(\d\d)(\d\d)/.exec(rest) ?? [];
    if (tag === '') throw new Error(`no field here: ${rest}`);
    fields[tag] = rest.slice(4, 4 + Number(length));
    rest = rest.slice(4 + Number(length));
  }
  return fields;
}

// CRC-16/CCITT-FALSE by its table, made another way than the product makes it: one byte at a step.
const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let value = byte * 256;
  for (let bit = 0; bit < 8; bit += 1) {
    value = value >= 0x8000 ? ((value * 2) ^ 0x1021) % 0x10000 : value * 2;
  }
  return value;
});

function checkSum(text: string): string {
  const value = [...Buffer.from(text, 'latin1')].reduce(
    (sum, byte) => ((sum % 256) * 256) ^ (TABLE[Math.floor(sum / 256) ^ byte] ?? 0),
    0xffff,
  );
  return value.toString(16).toUpperCase().padStart(4, '0');
}
