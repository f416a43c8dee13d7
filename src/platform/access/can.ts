import { SetMetadata } from '@nestjs/common';
import type { Rule } from './policy.js';

export const RULE = 'access:rule';

/** Names the rule of an operation or route. One without a rule keeps the product from starting. */
export const Can = <Facts>(named: Rule<Facts>): MethodDecorator => SetMetadata(RULE, named);
