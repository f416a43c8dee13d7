import { offerEnd } from './offer-end.js';

const at = (text: string): Date => new Date(`2026-08-${text}:00+07:00`);
const lot = { readyTo: at('27T10:00') };

describe('how long an offer stands', () => {
  it('NG-06: a grower asked in the evening answers in the morning', () => {
    expect(offerEnd('BUYER', at('25T20:45'), 60, lot)).toEqual(at('26T06:15'));
  });
  it('a trader has exactly the minutes, by night too', () => {
    expect(offerEnd('SELLER', at('25T20:45'), 60, lot)).toEqual(at('25T21:45'));
  });
  it('nobody answers after the fruit could be fetched', () => {
    expect(offerEnd('SELLER', at('27T09:30'), 60, lot)).toEqual(lot.readyTo);
  });
  it('NG-04: nobody answers after the hours the offer itself names', () => {
    const terms = { readyTo: at('25T21:00') };
    expect(offerEnd('BUYER', at('25T20:45'), 60, lot, terms)).toEqual(terms.readyTo);
  });
});
