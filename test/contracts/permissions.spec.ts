import { committed, printedPermissions } from '../support/printed.js';
import { everyRule } from '../../src/platform/access/policy.js';
import { World } from '../support/world.js';

describe('who may do what', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.open('2026-11-23T05:00:00+07:00');
  });
  afterAll(() => world.close());

  it('is what docs/permissions.md says (UPDATE=1 writes it)', () => {
    const today = printedPermissions(world);
    expect(committed('docs/permissions.md', today)).toBe(today);
  });

  it('is said in words for every rule, and no rule lets in nobody', () => {
    const wordless = everyRule().filter(
      ({ who, roles }) => who.trim() === '' || roles.length === 0,
    );
    expect(wordless.map(({ name }) => name)).toEqual([]);
  });

  it('has no rule that nothing asks', () => {
    const unasked = printedPermissions(world)
      .split('\n')
      .filter((row) => row.startsWith('| `') && row.endsWith('|  |'));
    expect(unasked).toEqual([]);
  });
});
