import { once } from 'node:events';

export default async function tearDown(): Promise<void> {
  const child = globalThis.testDatabase;
  if (!child?.stdin) return;
  child.stdin.end();
  await once(child, 'exit');
}
