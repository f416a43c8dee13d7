import { committed } from '../../support/printed.js';

const FILE = 'docs/ux-figures.md';

/** Tasks by what a person does, and how many touches they may cost. */
const BUDGETS = {
  'sign in: number and code typed': 18,
  'report a harvest of tomorrow': 14,
  'list a lot: known crop, one grade, one photo': 14,
  'list again what was listed last': 3,
  'bulk order: crop, two grades, five tonnes, day, place': 20,
  'answer an offer, from the home screen': 2,
  'weigh slip: five baskets, crate, to the household': 25,
  'permit, from the run: test, request': 10,
  'checkpoint: from the open app to a verdict': 1,
  'office: kilograms by commune and crop as a sheet': 4,
} as const;

export type Task = keyof typeof BUDGETS;

/** Touches as they were counted while people lived their morning. */
export class Figures {
  private readonly taken = new Map<Task, number>();

  /** @throws Error when the task costs more than it may */
  record(task: Task, taps: number): void {
    if (taps > BUDGETS[task]) throw new Error(`${task}: ${taps} touches, ${BUDGETS[task]} allowed`);
    this.taken.set(task, taps);
  }

  /** What the page of figures says, and what it should say. */
  compared(): { said: string; counted: string } {
    const rows = Object.entries(BUDGETS).map(
      ([task, budget]) =>
        `| ${task} | ${this.taken.get(task as Task) ?? 'not counted'} | ${budget} |`,
    );
    const counted = [
      '# Touches a task costs',
      '',
      'Counted in the pages themselves while `test/browser/one-morning.spec.ts` lives its morning at 360 × 740: each touch is',
      'one, each key of a keyboard is one, choosing from a list is two. Each task starts on the home screen of its person unless',
      'it says otherwise. The story fails when a count is over its budget or differs from this page; `UPDATE=1` writes it anew.',
      '',
      '| Task | Touches | Budget |',
      '| --- | --- | --- |',
      ...rows,
      '',
    ].join('\n');
    return { said: bare(committed(FILE, counted)), counted: bare(counted) };
  }
}

/** Without the padding a formatter gives a table. */
const bare = (text: string): string => text.replaceAll(/-{3,}/g, '---').replaceAll(/ +/g, ' ');
