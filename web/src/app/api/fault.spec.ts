import { byStatus, faultOf, isPassing } from './fault.js';

describe('faults of an answer', () => {
  it('UX-14 keep the code of the closed list and the short id for support', () => {
    const fault = faultOf(
      {
        message: 'x',
        extensions: { code: 'INTERNAL', id: '5e1f0a9b-1111-4222-8333-444455556666' },
      },
      200,
    );
    expect([fault.code, fault.supportId]).toEqual(['INTERNAL', '5e1f0a9b']);
  });

  it('read an unknown code by the status of the answer', () => {
    expect(faultOf({ message: 'x', extensions: { code: 'TEAPOT' } }, 503).code).toBe('UNAVAILABLE');
    expect(faultOf({ message: 'x' }, 200).code).toBe('INTERNAL');
  });

  it.each([
    [401, 'UNAUTHENTICATED'],
    [403, 'FORBIDDEN'],
    [404, 'NOT_FOUND'],
    [413, 'BAD_REQUEST'],
    [429, 'RATE_LIMITED'],
    [502, 'UNAVAILABLE'],
    [500, 'INTERNAL'],
  ] as const)('read status %i as %s', (status, code) => {
    expect(byStatus(status)).toBe(code);
  });

  it('are worth a second try only when the cause passes by itself', () => {
    expect(isPassing('OFFLINE')).toBe(true);
    expect(isPassing('UNAVAILABLE')).toBe(true);
    expect(isPassing('FORBIDDEN')).toBe(false);
    expect(isPassing('INTERNAL')).toBe(false);
  });
});
