import { fitWithin } from './fit.js';

describe('a photo made smaller on the phone', () => {
  it('keeps its shape with the longer edge at 1,280 pixels', () => {
    expect(fitWithin({ width: 4000, height: 3000 }, 1280)).toEqual({ width: 1280, height: 960 });
    expect(fitWithin({ width: 3000, height: 4000 }, 1280)).toEqual({ width: 960, height: 1280 });
  });

  it('is never enlarged and never vanishes', () => {
    expect(fitWithin({ width: 640, height: 480 }, 1280)).toEqual({ width: 640, height: 480 });
    expect(fitWithin({ width: 9000, height: 2 }, 1280)).toEqual({ width: 1280, height: 1 });
  });
});
