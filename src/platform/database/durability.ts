import { StartUpFault } from '../start-up-faults.js';
import { CalmClient } from './calm-client.js';

// Each of them off, and an order that was confirmed can be gone after a power cut, or the database itself.
const KEEPERS = ['fsync', 'full_page_writes', 'synchronous_commit'];

/**
 * Refuses a server that may lose what it confirmed.
 *
 * @throws StartUpFault that names the settings at fault, unless they were allowed with UNSAFE_OK
 */
export async function demandDurability(url: string, isUnsafeAllowed: boolean): Promise<void> {
  if (isUnsafeAllowed) return;
  const client = new CalmClient({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT name FROM pg_settings WHERE name = ANY ($1) AND setting = 'off' ORDER BY name`,
      [KEEPERS],
    );
    if (rows.length > 0) throw refusal(rows.map(({ name }) => `${name}=off`).join(', '));
  } finally {
    await client.end().catch(() => undefined);
  }
}

const refusal = (settings: string): StartUpFault =>
  new StartUpFault(
    `PostgreSQL runs with ${settings} and may lose confirmed orders: turn it on, or set UNSAFE_OK=1 for a trial.`,
    `PostgreSQL đang chạy với ${settings} nên có thể mất đơn đã xác nhận: hãy bật lại, hoặc đặt UNSAFE_OK=1 nếu chỉ chạy thử.`,
  );
