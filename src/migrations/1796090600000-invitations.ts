import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Invitations1796090600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A cooperative invites a telephone number; which household stands behind it is known once it answers.
      alter table coop_invitations add column phone text not null;
      alter table coop_invitations alter column household_id drop not null;
      alter table coop_invitations
        add constraint coop_invitations_phone check (phone ~ '^\\+84[0-9]{9}$'),
        add constraint coop_invitations_household check (is_accepted is not true or household_id is not null);
      drop index coop_invitations_one_open;
      drop index coop_invitations_to;
      create unique index coop_invitations_one_open on coop_invitations (coop_id, phone) where answered_at is null;
      create index coop_invitations_to on coop_invitations (phone, created_at desc, id desc) where answered_at is null;
      create index coop_invitations_newest on coop_invitations (coop_id, created_at desc, id desc);
    `);
  }

  async down(): Promise<void> {}
}
