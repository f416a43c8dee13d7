import { Logger } from '@nestjs/common';
import { faultText } from '../fault-text.js';

const log = new Logger('clockwork');

/** What a work of the clock has found, one after another: a fault is written down by kind and place and holds up no other. */
export async function oneByOne<One>(
  work: string,
  found: Iterable<One>,
  doOne: (one: One) => Promise<unknown>,
): Promise<void> {
  for (const one of found) {
    try {
      await doOne(one);
    } catch (fault) {
      log.error({ work, fault: faultText(fault) });
    }
  }
}
