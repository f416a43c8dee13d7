import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { PROFILE_HEADER, profileOf } from '../../kernel/profile.js';
import { forbidden, otherProfile, unauthenticated } from '../graphql/faults.js';
import type { AskContext } from '../graphql/ask-context.js';
import { HttpActors } from '../http/http-actors.js';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor.js';
import { RULE } from './can.js';
import type { Rule } from './policy.js';

/**
 * Deny by default: only an operation whose rule names the actor's role goes on. What says as whom it was written is not
 * done as somebody else: the phone may not have heard yet that its session went over to another profile.
 */
@Injectable()
export class RuleGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: HttpActors,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.get<Rule<never> | undefined>(RULE, context.getHandler());
    const request = requestOf(context);
    const actor = await this.actorOf(context);
    const writtenAs = request?.headers[PROFILE_HEADER];
    if (writtenAs !== undefined && writtenAs !== profileOf(actor)) {
      throw actor.role === 'GUEST' ? unauthenticated() : otherProfile();
    }
    if (rule?.roles.includes(actor.role)) return true;
    throw actor.role === 'GUEST' ? unauthenticated() : forbidden();
  }

  private async actorOf(context: ExecutionContext): Promise<Actor> {
    return isGraphql(context) ? askContext(context).actor : this.actors.of(httpRequest(context));
  }
}

const isGraphql = (context: ExecutionContext): boolean =>
  context.getType<GqlContextType>() === 'graphql';
const askContext = (context: ExecutionContext): AskContext =>
  GqlExecutionContext.create(context).getContext<AskContext>();
const httpRequest = (context: ExecutionContext): FastifyRequest =>
  context.switchToHttp().getRequest<FastifyRequest>();
const requestOf = (context: ExecutionContext): FastifyRequest | undefined =>
  isGraphql(context) ? askContext(context).request : httpRequest(context);
