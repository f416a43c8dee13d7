import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { ApolloServerPlugin } from '@apollo/server';
import { Logger, Module } from '@nestjs/common';
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';
import type { IncomingMessage } from 'node:http';
import { Authenticator, type Actor } from '../access/actor.js';
import type { Config } from '../config.js';
import { CONFIG } from '../configured.js';
import { isOutage } from '../database/outage.js';
import { faultText } from '../fault-text.js';
import { HttpActors, tokenInHeader } from '../http/http-actors.js';
import type { AskContext } from './ask-context.js';
import { compiledExecution } from './compiled-execution.js';
import { maskFault, unavailable } from './faults.js';
import { limits, MAX_TOKENS } from './limits.js';
import { RefusedResolver } from './refused.js';
import { refusedOnSocket } from './socket-limits.js';
import { storableText } from './storable-text.js';

const log = new Logger('graphql');

interface SocketContext {
  readonly extra: {
    readonly request: IncomingMessage;
    readonly socket: { close(code: number, reason: string): void };
  };
}

/** The close code of graphql-ws for whoever may not connect. */
const FORBIDDEN = 4403;

@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [CONFIG, HttpActors, Authenticator, GraphQLSchemaHost],
      useFactory: (
        config: Config,
        actors: HttpActors,
        authenticator: Authenticator,
        host: GraphQLSchemaHost,
      ) => {
        // Asked anew for every operation on the socket, so that a signed-out device cannot start another.
        const actorOfSocket = ({ extra }: SocketContext): Promise<Actor> =>
          authenticator.actorOf(tokenInHeader(config, extra.request.headers.cookie), 'vi');
        const format = maskFault((id, error) => log.error({ id, fault: faultText(error) }));
        const shown = (errors: readonly GraphQLError[]): GraphQLFormattedError[] =>
          errors.map((error) => format(error.toJSON(), error));
        return {
          autoSchemaFile: true,
          path: '/graphql',
          graphiql: false,
          playground: false,
          introspection: !config.isProduction,
          csrfPrevention: true,
          allowBatchedHttpRequests: false,
          includeStacktraceInErrorResponses: false,
          hideSchemaDetailsFromClientErrors: config.isProduction,
          autoTransformHttpErrors: false,
          parseOptions: { maxTokens: MAX_TOKENS },
          validationRules: limits.validationRules,
          // The package types its plugins by the CommonJS build of the same interface.
          plugins: [
            ...(limits.plugins as unknown as ApolloServerPlugin[]),
            storableText(),
            compiledExecution(format, config.isProduction),
          ],
          formatError: format,
          // The snapshot in the tests checks the schema; asking it of itself would be a tenth of every start.
          buildSchemaOptions: { numberScalarMode: 'integer', skipCheck: true },
          context: async (
            asked: FastifyRequest | SocketContext,
            reply?: FastifyReply,
          ): Promise<AskContext> =>
            'extra' in asked
              ? { actor: await actorOfSocket(asked) }
              : { request: asked, reply, actor: await actors.of(asked).catch(sayOutage) },
          subscriptions: {
            'graphql-ws': {
              path: '/graphql',
              // The cookie of the upgrade request is the session, as for every other request.
              onConnect: async (socket) =>
                (await actorOfSocket(socket as unknown as SocketContext)).role !== 'GUEST',
              onSubscribe: (_socket, _id, asked) =>
                refusedOnSocket(host.schema, asked, {
                  maxTokens: MAX_TOKENS,
                  rules: limits.validationRules,
                }),
              onError: (
                _socket: unknown,
                _id: unknown,
                _asked: unknown,
                errors: readonly GraphQLError[],
              ) => shown(errors),
              onNext: async (socket, _id, _asked, { contextValue }, result: ExecutionResult) => {
                const asked = socket as unknown as SocketContext;
                // What was begun ends with the session, or the profile, it was begun in; a closing socket sends nothing.
                if (!isSame(await actorOfSocket(asked), (contextValue as AskContext).actor))
                  asked.extra.socket.close(FORBIDDEN, 'Forbidden');
                return result.errors && { ...result, errors: shown(result.errors) };
              },
            },
          },
        };
      },
    }),
  ],
  providers: [RefusedResolver],
})
export class GraphqlModule {}

const isSame = (now: Actor, then: Actor): boolean =>
  now.sessionId === then.sessionId && now.role === then.role && now.partyId === then.partyId;

/** Who asks is read before anything is executed: only a fault that brings its own status is answered with one. */
const sayOutage = (fault: unknown): never => {
  throw isOutage(fault) ? unavailable() : fault;
};
