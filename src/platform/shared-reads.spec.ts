import { SharedReads } from './shared-reads.js';

/** Reads that end when they are told to. */
function slowReads() {
  const ends: ((answer: number | Error) => void)[] = [];
  const read = (): Promise<number> =>
    new Promise((resolve, reject) => {
      ends.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
    });
  return { ends, read };
}

const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

describe('shared reads', () => {
  it('give all who ask during a read the next one, which begins after they asked', async () => {
    const reads = new SharedReads<number>();
    const { ends, read } = slowReads();
    const first = reads.ask('today', read);
    const second = reads.ask('today', read);
    const third = reads.ask('today', read);
    expect(ends).toHaveLength(1);
    ends[0]?.(1);
    expect(await first).toBe(1);
    await turn();
    expect(ends).toHaveLength(2);
    ends[1]?.(2);
    expect(await Promise.all([second, third])).toEqual([2, 2]);
  });

  it('are asked anew once nobody reads', async () => {
    const reads = new SharedReads<number>();
    const { ends, read } = slowReads();
    const first = reads.ask('today', read);
    ends[0]?.(1);
    await first;
    await turn();
    const again = reads.ask('today', read);
    expect(ends).toHaveLength(2);
    ends[1]?.(2);
    expect(await again).toBe(2);
  });

  it('begin after a moment in which others join, and no later one does', async () => {
    let gathered = (): void => undefined;
    const reads = new SharedReads<number>(() => new Promise<void>((done) => (gathered = done)));
    const { ends, read } = slowReads();
    const together = [reads.ask('today', read), reads.ask('today', read)];
    expect(ends).toHaveLength(0);
    gathered();
    await turn();
    expect(ends).toHaveLength(1);
    const late = reads.ask('today', read);
    ends[0]?.(1);
    expect(await Promise.all(together)).toEqual([1, 1]);
    await turn();
    expect(ends).toHaveLength(2);
    ends[1]?.(2);
    expect(await late).toBe(2);
  });

  it('keep questions apart', () => {
    const reads = new SharedReads<number>();
    const { ends, read } = slowReads();
    void reads.ask('today', read);
    void reads.ask('tomorrow', read);
    expect(ends).toHaveLength(2);
  });

  it('fail only those who shared the read that failed', async () => {
    const reads = new SharedReads<number>();
    const { ends, read } = slowReads();
    const first = reads.ask('today', read);
    const second = reads.ask('today', read);
    ends[0]?.(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    await turn();
    ends[1]?.(2);
    expect(await second).toBe(2);
  });
});
