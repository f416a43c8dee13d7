import { CONSENT_VERSIONS, consentsOf } from './consent.js';

describe('G5 consents', () => {
  const at = new Date('2026-11-26T08:00:00Z');

  it('are all no until somebody says yes', () => {
    expect(consentsOf([]).map(({ isGiven }) => isGiven)).toEqual([false, false]);
  });

  it('are no again once the text is another than the one agreed to', () => {
    const word = { purpose: 'NEWS', isGiven: true, at } as const;
    const current = CONSENT_VERSIONS.NEWS;
    expect(consentsOf([{ ...word, version: current }])[1]).toMatchObject({
      isGiven: true,
      since: at,
    });
    expect(consentsOf([{ ...word, version: current + 1 }])[1]).toMatchObject({
      isGiven: false,
      since: null,
    });
  });
});
