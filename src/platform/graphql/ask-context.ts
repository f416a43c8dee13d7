import type { FastifyReply, FastifyRequest } from 'fastify';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';

/** What every resolver may ask of the request. `loaders` is one bag per request for per-request-loader.ts. */
export interface AskContext {
  readonly actor: Actor;
  readonly request?: FastifyRequest;
  readonly reply?: FastifyReply;
}

/** The actor of the running operation, as a resolver parameter. */
export const Asker = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor =>
    GqlExecutionContext.create(context).getContext<AskContext>().actor,
);
