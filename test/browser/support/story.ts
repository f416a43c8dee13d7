import { LONG, scenes, Stage, until } from './stage.js';

/** A story whose chapters are files of their own: scenes in turn, on one stage that opens before the first of them. */
export class Story {
  readonly scene = scenes(() => this.stage);
  private opened: Stage | undefined;

  constructor(prepare: (stage: Stage) => Promise<void>) {
    beforeAll(async () => {
      this.opened = await Stage.open();
      await prepare(this.opened);
    }, LONG);
    afterAll(() => this.opened?.close(), LONG);
  }

  /** @throws Error outside of a scene */
  get stage(): Stage {
    if (!this.opened) throw new Error('the stage opens before the first scene');
    return this.opened;
  }

  /** What the market has written down. */
  async rows<Row extends object>(sql: string, ...values: string[]): Promise<Row[]> {
    return (await this.stage.product.db.query<Row>(sql, values)).rows;
  }

  /** Whoever had to hear of what was done has heard: messages are written a moment after the act. */
  async everybodyKnows(): Promise<void> {
    await until(
      async () =>
        (
          await this.rows(
            `select 1 from graphile_worker.jobs where task_identifier = 'event' and run_at <= now() limit 1`,
          )
        ).length === 0,
    );
  }
}

/** The object a page shows. */
export const idOf = (path: string): string => path.split('/').at(-1) ?? '';

/** `+84912345678` or `tel:+84912345678` → `0912345678` */
export const homeNumber = (number: string | null | undefined): string =>
  (number ?? '').replace(/^(tel:)?\+84/, '0');
