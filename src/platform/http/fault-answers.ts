import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { GqlContextType } from '@nestjs/graphql';
import type { FastifyReply } from 'fastify';
import { GraphQLError } from 'graphql';

const STATUS: Readonly<Record<string, number>> = {
  BAD_REQUEST: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

/**
 * The product's own faults are answers, not surprises, so nothing is logged: GraphQL formats them itself,
 * a plain HTTP route says them as JSON `{code, message}` with their status.
 */
@Catch(GraphQLError)
export class FaultAnswers implements ExceptionFilter<GraphQLError> {
  async catch(fault: GraphQLError, host: ArgumentsHost): Promise<void> {
    if (host.getType<GqlContextType>() === 'graphql') throw fault;
    const code = String(fault.extensions['code']);
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    await reply.code(STATUS[code] ?? 500).send({ code, message: fault.message });
  }
}
