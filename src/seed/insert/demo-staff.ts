import type { EntityManager } from 'typeorm';
import { DEMO_STAFF_PASSWORD, demoStaffSecret } from '../../accounts/demo-staff.js';
import { hashPassword } from '../../accounts/password-hash.js';
import { STAFF_ROLES } from '../../platform/access/actor.js';
import { Sealer } from '../../platform/secrets/sealer.js';
import type { Demo } from '../demo/demo.js';
import { insertRows } from './insert-rows.js';

/** Lets everybody who serves an invented office sign in; one hash for all, because each costs a tenth of a second. */
export async function insertStaff(
  db: EntityManager,
  demo: Demo,
  keys: { readonly secretKey: string },
): Promise<void> {
  const sealer = new Sealer(keys);
  const passwordHash = await hashPassword(DEMO_STAFF_PASSWORD);
  const serving = new Set(
    demo.memberships.filter(({ role }) => STAFF_ROLES.includes(role)).map((one) => one.personId),
  );
  await insertRows(
    db,
    'staff_credentials',
    demo.people
      .filter(({ id }) => serving.has(id))
      .map(({ id, phone, createdAt }) => ({
        personId: id,
        passwordHash,
        totpSealed: sealer.seal(demoStaffSecret(phone)),
        triesSince: createdAt,
        createdAt,
        readyAt: createdAt,
      })),
  );
}
