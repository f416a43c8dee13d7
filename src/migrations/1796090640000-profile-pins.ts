import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ProfilePins1796090640000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- On a telephone several households share, each profile may have a number of its own: asked when one changes to it.
      create table profile_pins (
        person_id uuid        not null,
        party_id  uuid        not null,
        role      text        not null default 'GROWER' check (role = 'GROWER'),
        pin_hash  text        not null,
        -- Wrong tries since the last right one; at five only a code sent to the telephone opens the profile.
        tries     integer     not null default 0 check (tries between 0 and 5),
        set_at    timestamptz not null,
        constraint profile_pins_pk primary key (person_id, party_id),
        constraint profile_pins_member foreign key (person_id, party_id, role)
          references memberships (person_id, party_id, role) on delete cascade
      );
    `);
  }

  async down(): Promise<void> {}
}
