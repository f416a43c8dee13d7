import type { Locator, Page } from 'playwright-core';
import type { Role } from '../../../src/platform/access/actor.js';

/** One form of the app: where it stands, what is pressed until it is open, and what sends it. */
export interface Form {
  /** As the route says it. */
  readonly path: string;
  readonly role: Role | null;
  readonly opens?: readonly string[];
  readonly send: string | RegExp;
  /** What is put into one field so that it can only be refused, by the id of the field. */
  readonly bad?: readonly [id: string, text: string];
}

const TWO_WAYS = '12 hay 13';

/** Forms that somebody types into, by where their fields are written below `web/src/app/features`. */
export const FORMS: Readonly<Record<string, Form>> = {
  'accounts/phone-step': {
    role: null,
    path: '/app/vao',
    send: 'Gửi mã cho tôi',
    bad: ['phone', TWO_WAYS],
  },
  'accounts/staff-sign-in-screen': {
    role: null,
    path: '/app/vao/can-bo',
    send: 'Đăng nhập',
    bad: ['phone', TWO_WAYS],
  },
  'accounts/household-screen': { role: null, path: '/app/ho', send: 'Tiếp', bad: ['name', 'A'] },
  'accounts/new-account': {
    role: 'GROWER',
    path: '/app/doi',
    send: 'Xin đổi tài khoản',
    bad: ['bank-account', TWO_WAYS],
  },
  'accounts/new-number': {
    role: 'GROWER',
    path: '/app/doi',
    send: 'Gửi mã tới số mới',
    bad: ['new-phone', TWO_WAYS],
  },
  'accounts/own-pin': {
    role: 'GROWER',
    path: '/app/vai',
    opens: ['Đặt mã bốn số'],
    send: 'Ghi mã',
    bad: ['fresh-pin', '12'],
  },
  'accounts/people-screen': {
    role: 'GROWER',
    path: '/app/nguoi-nha',
    send: 'Gửi mã',
    bad: ['person-phone', TWO_WAYS],
  },
  'accounts/give-grant-form': {
    role: 'GROWER',
    path: '/app/uy-quyen',
    opens: ['Nhờ thêm', 'Hàng xóm', 'Bán thay'],
    send: 'Đồng ý nhờ',
    bad: ['granteePhone', TWO_WAYS],
  },
  'accounts/recoveries-screen': {
    role: 'ADMIN',
    path: '/app/can-bo/cap-lai',
    send: 'Gửi đề nghị',
    bad: ['phone', TWO_WAYS],
  },
  'accounts/voucher-screen': {
    role: 'COMMUNE_OFFICER',
    path: '/app/cap-ma',
    send: 'Cấp mã',
    bad: ['voucher-phone', TWO_WAYS],
  },
  'accounts/invite-member': {
    role: 'COOP_CLERK',
    path: '/app/them-ho',
    send: 'Mời',
    bad: ['invited', TWO_WAYS],
  },
  'boxes/new-sale-screen': {
    role: 'GROWER',
    path: '/app/lo/:id/thung',
    send: 'Điền đủ các ô trước',
    bad: ['gia-thung', TWO_WAYS],
  },
  'changes/change-form': {
    role: 'TRADER',
    path: '/app/gom/:id/doi',
    send: 'Sửa số kg hoặc giờ lấy trước',
  },
  'demand/answer-form': {
    role: 'GROWER',
    path: '/app/nhu-cau',
    opens: ['Tôi có hàng'],
    send: 'Ghi số kg để báo',
  },
  'home/help-screen': {
    role: 'GROWER',
    path: '/app/giup',
    send: 'Lưu số này',
    bad: ['helper-phone', TWO_WAYS],
  },
  'lots/household-claims': {
    role: 'GROWER',
    path: '/app/nghi-ban',
    opens: ['Khai thêm giấy'],
    send: 'Khai giấy này',
  },
  'lots/withdraw-lot': { role: 'GROWER', path: '/app/lo/:id', opens: ['Rút lô'], send: 'Rút lô' },
  'messages/cap-form': {
    role: 'ADMIN',
    path: '/app/qt/tin-nhan',
    opens: ['Đổi mức trần'],
    send: 'Lưu',
    bad: ['cap', TWO_WAYS],
  },
  'negotiation/offer-form': { role: 'TRADER', path: '/app/tra-gia/:id', send: 'Ghi số cân và giá' },
  'orders/trader-order-form': { role: 'TRADER', path: '/app/gom/moi', send: /^Tìm hàng/ },
  'orders/typed-lines': {
    role: 'TRADER',
    path: '/app/gom/:id/dat-lai',
    send: /^(Đặt|Ghi số kg trước)/,
  },
  'permits/closures-screen': {
    role: 'OFFICE_STAFF',
    path: '/app/vp/phong-toa',
    send: 'Phong tỏa xã này',
  },
  'permits/health-tests': {
    role: 'DRIVER',
    path: '/app/chuyen/:id/giay',
    opens: ['Ghi xét nghiệm'],
    send: 'Ghi kết quả',
  },
  'permits/typed-code': {
    role: 'CHECKPOINT_OFFICER',
    path: '/app/chot',
    opens: ['Chốt', 'Vào ca'],
    send: 'Kiểm tra',
    bad: ['typed-code', TWO_WAYS],
  },
  'planning/plan-form': {
    role: 'GROWER',
    path: '/app/ke-hoach',
    opens: ['Ghi kế hoạch'],
    send: 'Ghi sản lượng để nộp',
  },
  'planning/events-screen': { role: 'GROWER', path: '/app/thoi-tiet', send: 'Báo' },
  'planning/report-list-screen': {
    role: 'COOP_CLERK',
    path: '/app/htx/bao-ho',
    send: /^(Ghi|Sửa ô chưa đúng)/,
  },
};

/** What is typed into; a list to choose from always has something chosen. */
const TYPED = 'textarea, input:not([type=radio], [type=checkbox], [type=file])';

const MUCH = `<img src=x onerror=alert(1)>'; drop table lots; -- ${'dài '.repeat(300)}`;

/** How many letters a field may take: what is written is read by people, on a phone. */
export const LONGEST = 500;
/** Lists of a hundred households are tried by their first rows. */
const ROWS = 8;

/** A form that is open, in the hand of somebody who does not know what to write. */
export class OpenForm {
  private constructor(
    private readonly page: Page,
    private readonly form: Form,
    private readonly fields: readonly Locator[],
    private readonly send: Locator,
  ) {}

  static async on(page: Page, form: Form): Promise<OpenForm> {
    for (const text of form.opens ?? []) await named(page, text).click();
    const send = (within: string): Locator =>
      page.locator(within).getByRole('button', { name: form.send, exact: true }).last();
    await send('.page').waitFor();
    const isSheet = (await page.locator('dialog[open]').count()) > 0;
    const within = isSheet ? 'dialog[open]' : 'main';
    const fields = page.locator(`${within} :is(${TYPED}):visible`);
    // Rows of a list come after the button that sends them.
    await fields
      .or(page.locator(`${within} .choice:visible`))
      .first()
      .waitFor();
    return new OpenForm(
      page,
      form,
      (await fields.all()).slice(0, ROWS),
      send(isSheet ? 'dialog[open]' : '.page'),
    );
  }

  /** Sends it with nothing written; answers what is said at the field that is gone to. */
  async sentEmpty(): Promise<string> {
    for (const field of this.fields) await field.fill('');
    return this.sent();
  }

  /** Sends it full of what nobody can mean; answers what is said, and what was written before and after. */
  async sentFoul(): Promise<{ said: string; before: string[]; after: string[] }> {
    for (const field of this.fields) {
      const id = await field.getAttribute('id');
      const isText = ['text', 'password', null].includes(await field.getAttribute('type'));
      const isSpoken = (await this.page.locator(`.spoken [id="${id}"]`).count()) > 0;
      const [bad, text] = this.form.bad ?? [];
      if (isText) await field.fill(bad === id ? (text ?? '') : isSpoken ? '3 tạ hay 4' : MUCH);
    }
    const before = await this.written();
    const said = await this.sent();
    return { said, before, after: await this.written() };
  }

  private written(): Promise<string[]> {
    return Promise.all(this.fields.map((field) => field.inputValue()));
  }

  private async sent(): Promise<string> {
    // It says of itself that it cannot work yet, and may be pressed all the same.
    await this.send.click({ force: true });
    const said = await this.page.waitForFunction(SAID);
    return String(await said.jsonValue());
  }
}

const named = (page: Page, name: string): Locator =>
  page
    .locator('main, dialog[open], footer')
    .locator('button, a, label.choice')
    .filter({ hasText: name })
    .first();

/** In the page: what is said at the field in focus, once it is marked as wrong. */
const SAID = `(() => {
  const field = document.activeElement?.closest('[aria-invalid=true]');
  const notes = (field?.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id.endsWith('-error'));
  return notes.map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim();
})()`;
