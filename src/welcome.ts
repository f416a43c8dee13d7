import { phoneText } from './accounts/index.js';
import type { Config } from './platform/config.js';
import { PERSONAS } from './seed/demo/registry.js';

const ROLE_VI: Record<keyof typeof PERSONAS, string> = {
  grower: 'Hộ trồng na',
  trader: 'Thương lái',
  driver: 'Tài xế',
  checkpoint: 'Cán bộ chốt',
  office: 'Phòng Nông nghiệp',
  cooperative: 'Hợp tác xã',
  admin: 'Quản trị',
};

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
      `  Dùng thử                 ${url}/demo   (mã đăng nhập hiện ở đây và ở cửa sổ này)`,
      '',
    );
    for (const key of Object.keys(PERSONAS) as (keyof typeof PERSONAS)[]) {
      const { phone, fullName } = PERSONAS[key];
      lines.push(`  ${phoneText(phone)}   ${ROLE_VI[key].padEnd(20)} ${fullName}`);
    }
  }
  return `${lines.join('\n')}\n\n`;
}
