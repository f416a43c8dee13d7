import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CallAnswers1796000410000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What households said when somebody called them about an offer.
      create table call_answers (
        id           uuid        primary key,
        order_id     uuid        not null references orders,
        household_id uuid        not null references parties,
        caller_id    uuid        not null references people,
        outcome      text        not null,
        at           timestamptz not null,
        constraint call_answers_outcome check (outcome in ('ACCEPTED','DECLINED','NO_ANSWER','WRONG_NUMBER'))
      );
      create index call_answers_by_question on call_answers (order_id, household_id, at desc);
    `);
  }

  async down(): Promise<void> {}
}
