import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SignInVouchers1796130040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Outlives the sign-ins themselves, which are forgotten after two years: a number may have another owner by then.
      alter table people add column last_signed_in_at timestamptz;
      update people p set last_signed_in_at =
        (select max(s.last_seen_at) from sessions s where s.person_id = p.id);

      -- An officer has seen who stands before her: a code for one sign-in, when no message arrives or a number has slept.
      create table sign_in_vouchers (
        id         uuid        primary key,
        person_id  uuid        not null references people,
        reason     text        not null check (reason <> ''),
        issued_by  uuid        not null references people,
        issued_at  timestamptz not null,
        expires_at timestamptz not null,
        tries      integer     not null default 0 check (tries between 0 and 5),
        used_at    timestamptz,
        constraint sign_in_vouchers_not_for_oneself check (issued_by <> person_id),
        constraint sign_in_vouchers_life check (expires_at >= issued_at)
      );
      create index sign_in_vouchers_of_person on sign_in_vouchers (person_id, issued_at desc);
    `);
  }

  async down(): Promise<void> {}
}
