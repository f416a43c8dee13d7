import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { forbidden, unauthenticated } from '../graphql/faults.js';
import type { AskContext } from '../graphql/ask-context.js';
import { HttpActors } from '../http/http-actors.js';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor.js';
import { RULE } from './can.js';
import type { Rule } from './policy.js';

/** Deny by default: only an operation whose rule names the actor's role goes on. */
@Injectable()
export class RuleGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: HttpActors,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.get<Rule<never> | undefined>(RULE, context.getHandler());
    const actor = await this.actorOf(context);
    if (rule?.roles.includes(actor.role)) return true;
    throw actor.role === 'GUEST' ? unauthenticated() : forbidden();
  }

  private async actorOf(context: ExecutionContext): Promise<Actor> {
    if (context.getType<GqlContextType>() === 'graphql') {
      return GqlExecutionContext.create(context).getContext<AskContext>().actor;
    }
    return this.actors.of(context.switchToHttp().getRequest<FastifyRequest>());
  }
}
