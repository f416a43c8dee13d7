import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';

/** The next call of this method fails as the unforeseen does, and what is written of it in the log is not printed here. */
export function faultOnce<Method extends string>(
  of: Record<Method, (...words: never[]) => Promise<unknown>>,
  method: Method,
): void {
  jest.spyOn(Logger.prototype, 'error').mockImplementationOnce(() => undefined);
  const real = of[method];
  of[method] = () => {
    of[method] = real;
    return Promise.reject(new Error('a fault nobody foresaw'));
  };
}
