import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AllocationPolicies1796000700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table orders drop constraint orders_policy;
      alter table orders add constraint orders_policy check (policy in ('LOWEST_COST','FAIR_SHARE','PRO_RATA',
        'SOONEST_EXPIRY','FEWEST_STOPS','FIRST_COME','MANUAL'));
      alter table orders
        add column crate_g          bigint  check (crate_g > 0),
        add column least_line_g     bigint  check (least_line_g > 0),
        add column household_cap_bp integer check (household_cap_bp between 1 and 10000),
        add column most_points      integer check (most_points > 0),
        add column most_road_m      integer check (most_road_m > 0),
        add column most_trucks      integer check (most_trucks > 0),
        add column unsold_first     boolean not null default false;

      -- What the plan was computed under; how near to the cheapest it is proven to be, in the money its policy counts.
      alter table allocation_plans
        add column parameters jsonb not null default '{}',
        add column cost_vnd   bigint,
        add column bound_vnd  bigint;
    `);
  }

  async down(): Promise<void> {}
}
