import { demandDurability } from './durability.js';

// The throw-away server of the tests is just such a one: it keeps nothing it confirms.
const url = process.env['TEST_PG_URL'] ?? '';
const keeping = (settings: string): string => `${url}?options=${encodeURIComponent(settings)}`;

describe('a server that may lose what it confirmed', () => {
  it('is refused by the names of its settings', async () => {
    await expect(demandDurability(url, false)).rejects.toThrow(
      'PostgreSQL runs with fsync=off, full_page_writes=off, synchronous_commit=off and may lose',
    );
  });

  it('is refused for one setting alone', async () => {
    await expect(demandDurability(keeping('-c synchronous_commit=on'), false)).rejects.toThrow(
      'PostgreSQL runs with fsync=off, full_page_writes=off and may lose',
    );
  });

  it('is taken for a trial', async () => {
    await expect(demandDurability(url, true)).resolves.toBeUndefined();
  });
});
