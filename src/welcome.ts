import { phoneText } from './accounts/index.js';
import { DEMO_PEOPLE } from './pages/index.js';
import type { Config } from './platform/config.js';

/** What the terminal shows when the product stands: addresses, and in a demo who to sign in as. */
export function welcome(config: Config): string {
  const url = config.publicUrl;
  const lines = [
    '',
    '  Chợ Lục Nam',
    '',
    `  Chợ (ai cũng xem được)   ${url}/`,
    `  Đăng nhập                ${url}/app/`,
  ];
  if (config.seed === 'demo') {
    lines.push(
      '',
      `  Dùng thử                 ${url}/demo   (mã đăng nhập, mật khẩu cán bộ và mã thứ hai hiện ở đây)`,
      '',
    );
    for (const { phone, role, name } of DEMO_PEOPLE) {
      lines.push(`  ${phoneText(phone)}   ${role.vi.padEnd(20)} ${name}`);
    }
  }
  return `${lines.join('\n')}\n\n`;
}
