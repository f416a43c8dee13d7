import { Catch, HttpException, type ArgumentsHost } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { GqlContextType } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { isOutage } from '../database/outage.js';
import { unavailable } from '../graphql/faults.js';

const STATUS: Readonly<Record<string, number>> = {
  BAD_REQUEST: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  OTHER_PROFILE: 409,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

const TOO_LARGE = 'Dữ liệu gửi lên quá lớn. Chia nhỏ rồi gửi lại.';
const UNREADABLE = 'Dữ liệu gửi lên không đọc được. Tải lại trang rồi thử lại.';

/** What the server says of a body it did not take: no JSON, too long, or of another kind. */
const BODIES: Readonly<Record<number, string>> = {
  400: UNREADABLE,
  413: TOO_LARGE,
  415: UNREADABLE,
};

/**
 * The product's own faults, and the absence of the database, are answers, not surprises, so nothing is logged: GraphQL
 * formats them itself, a plain HTTP route says them with their status, as a sentence to a browser and as JSON
 * `{code, message}` to everything else. A phone that hung up before it had its answer is told nothing.
 */
@Catch()
export class FaultAnswers extends BaseExceptionFilter {
  override catch(fault: unknown, host: ArgumentsHost): void {
    if (host.getType<GqlContextType>() === 'graphql') throw fault;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.raw.destroyed && isCutShort(fault)) return;
    const message = fault instanceof HttpException && BODIES[fault.getStatus()];
    if (message) {
      void reply.code(fault.getStatus()).send({ code: 'BAD_REQUEST', message });
      return;
    }
    const known = isOutage(fault) ? unavailable() : fault;
    if (!(known instanceof GraphQLError)) return super.catch(fault, host);
    const { accept = '' } = host.switchToHttp().getRequest<FastifyRequest>().headers;
    const code = String(known.extensions['code']);
    if (code === 'UNAVAILABLE') void reply.header('retry-after', '3');
    void reply.code(STATUS[code] ?? 500);
    void (accept.includes('text/html') && code === 'UNAVAILABLE'
      ? reply.type('text/plain; charset=utf-8').send(known.message)
      : reply.send({ code, message: known.message }));
  }
}

const isCutShort = (fault: unknown): boolean =>
  typeof fault === 'object' &&
  fault !== null &&
  'code' in fault &&
  fault.code === 'ERR_STREAM_PREMATURE_CLOSE';
