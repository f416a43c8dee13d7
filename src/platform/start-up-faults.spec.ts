import { sentenceFor, StartUpFault } from './start-up-faults.js';

const withCode = (code: string, facts: object = {}): Error =>
  Object.assign(new Error('as the system says it'), { code, ...facts });

describe('the sentence for a start that failed', () => {
  it('names the port that is taken, in English and then in Vietnamese', () => {
    expect(sentenceFor(withCode('EADDRINUSE', { port: 3000 }))).toBe(
      'Port 3000 is already taken: stop the other program, or choose another with PORT=3001.\n' +
        'Cổng 3000 đang có chương trình khác dùng: hãy tắt chương trình đó, hoặc chọn cổng khác bằng PORT=3001.',
    );
  });

  it.each([
    'ENOSPC',
    'EACCES',
    'EROFS',
    'ENOTDIR',
    'EEXIST',
    'ECONNREFUSED',
    'ENOTFOUND',
    '28P01',
    '3D000',
    '53300',
  ])('knows %s, and says it in two lines', (code) => {
    expect(sentenceFor(withCode(code))?.split('\n')).toHaveLength(2);
  });

  it('looks into the causes of an error, as drivers and address lookups wrap them', () => {
    const refused = withCode('ECONNREFUSED', { address: '127.0.0.1', port: 5432 });
    const sentence = sentenceFor(refused);
    expect(sentence).toContain('127.0.0.1:5432');
    expect(sentenceFor(new AggregateError([new Error('first'), refused]))).toBe(sentence);
    expect(sentenceFor(new Error('outer', { cause: refused }))).toBe(sentence);
    expect(sentenceFor(Object.assign(new Error('query'), { driverError: refused }))).toBe(sentence);
  });

  it('takes the words of a fault that brings its own', () => {
    expect(sentenceFor(new StartUpFault('Mend it.', 'Hãy sửa.'))).toBe('Mend it.\nHãy sửa.');
  });

  it('has none for what looks like a bug', () => {
    expect(sentenceFor(new TypeError('x is undefined'))).toBeUndefined();
    expect(sentenceFor(withCode('ERR_ASSERTION'))).toBeUndefined();
    expect(sentenceFor('a string')).toBeUndefined();
  });
});
