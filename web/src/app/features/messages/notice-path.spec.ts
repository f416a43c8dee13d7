import { noticePath } from './notice-path.js';

describe('where a message leads', () => {
  it('opens pages of the app as they are named', () => {
    expect(noticePath('/app/loi-moi', 'GROWER')).toBe('/app/loi-moi');
    expect(noticePath('/app/thoa-thuan/7', 'GROWER')).toBe('/app/thoa-thuan/7');
  });

  it('finds tickets, lots, money and reports by their short address', () => {
    expect(noticePath('/can/7', 'GROWER')).toBe('/app/can/7');
    expect(noticePath('/lo/7', 'GROWER')).toBe('/app/lo/7');
    expect(noticePath('/tien', 'GROWER')).toBe('/app/tien');
    expect(noticePath('/bao', 'GROWER')).toBe('/app/bao');
  });

  it('follows an order where its buyer gathers it', () => {
    expect(noticePath('/app/don/7', 'TRADER')).toBe('/app/gom/7');
    expect(noticePath('/app/don/7', 'GROWER')).toBe('/app/don/7');
  });

  it('goes home rather than out of the app', () => {
    expect(noticePath('https://example.org/app/', 'GROWER')).toBe('/app');
    expect(noticePath('/tra-tien', 'TRADER')).toBe('/app');
  });
});
