import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/configured.js';

/**
 * The newest sign-in code of each phone, in the memory of this process, so that a visitor of the demonstration can sign
 * in as its invented people. Keeps nothing unless the data are the demonstration's and this is not production.
 */
@Injectable()
export class LatestCodes {
  readonly #codes = new Map<string, string>();
  readonly #isDemo: boolean;

  constructor(@Inject(CONFIG) config: Config) {
    this.#isDemo = config.seed === 'demo' && !config.isProduction;
  }

  keep(phone: string, code: string): void {
    if (this.#isDemo) this.#codes.set(phone, code);
  }

  /** @param phone E.164 */
  codeOf(phone: string): string | undefined {
    return this.#codes.get(phone);
  }
}
