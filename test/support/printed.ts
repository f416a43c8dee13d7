import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { ROLES, type Role } from '../../src/platform/access/actor.js';
import { RULE } from '../../src/platform/access/can.js';
import { everyRule, type Rule } from '../../src/platform/access/policy.js';
import type { World } from './world.js';

/**
 * What is committed at a path, to be compared with what the product says today.
 * `UPDATE=1` writes today's text there first, so that the change can be read in review.
 */
export function committed(path: string, today: string): string {
  const file = join(process.cwd(), path);
  if (process.env['UPDATE'] === '1') writeFileSync(file, today);
  return readFileSync(file, 'utf8');
}

export const printedSchema = (world: World): string =>
  `${printSchema(lexicographicSortSchema(world.app.get(GraphQLSchemaHost).schema))}\n`;

/** One table: each rule, who it lets in, and the operations and routes that ask it. */
export function printedPermissions(world: World): string {
  const asked = askedBy(world);
  const rows = everyRule().map(({ name, who, roles }) => {
    const operations = (asked.get(name) ?? []).toSorted().map((operation) => `\`${operation}\``);
    return `| \`${name}\` | ${who} | ${rolesText(roles)} | ${operations.join(', ')} |`;
  });
  return [
    '# Permissions',
    '',
    'Who may do what, printed from the policy files of the features (`src/*/domain/*.policy.ts`). A role that is not named is',
    'refused before anything is read; for the roles that are named, the words say for which object.',
    '',
    '| Rule | Who | Roles | Asked by |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function rolesText(roles: readonly Role[]): string {
  if (ROLES.every((role) => roles.includes(role))) return 'everyone';
  const isSignedIn = (role: Role): boolean => role !== 'GUEST';
  return ROLES.filter(isSignedIn).every((role) => roles.includes(role))
    ? 'everyone signed in'
    : roles.join(', ');
}

/** The roles that may ask an operation at all. */
export const rolesAsking = (world: World, operation: string): readonly Role[] => {
  const asked = askedBy(world);
  return everyRule()
    .filter(({ name }) => asked.get(name)?.includes(operation))
    .flatMap(({ roles }) => roles);
};

/** Every route of a controller: `GET /photos/:id/card.webp`. */
export const routesOf = (world: World): readonly string[] =>
  everyRule()
    .flatMap(({ name }) => askedBy(world).get(name) ?? [])
    .filter((asked) => /^[A-Z]+ \//.test(asked))
    .toSorted();

const known = new WeakMap<World, ReadonlyMap<string, string[]>>();

function askedBy(world: World): ReadonlyMap<string, string[]> {
  const asked = known.get(world) ?? readAskedBy(world);
  known.set(world, asked);
  return asked;
}

function readAskedBy(world: World): ReadonlyMap<string, string[]> {
  const discovery = world.app.get(DiscoveryService);
  const scanner = world.app.get(MetadataScanner);
  const asked = new Map<string, string[]>();
  for (const { instance } of [...discovery.getProviders(), ...discovery.getControllers()]) {
    if (typeof instance !== 'object' || instance === null) continue;
    const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
    for (const method of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[method] ?? {};
      const rule = Reflect.getMetadata(RULE, handler) as Rule | undefined;
      if (rule)
        asked.set(rule.name, [...(asked.get(rule.name) ?? []), nameOf(instance, handler, method)]);
    }
  }
  return asked;
}

/** `lot` for an operation, `GET /photos/:id/card.webp` for a route. */
function nameOf(instance: object, handler: object, method: string): string {
  const verb = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  if (verb === undefined) {
    return (Reflect.getMetadata('graphql:resolver_name', handler) as string | undefined) ?? method;
  }
  const prefix = Reflect.getMetadata(PATH_METADATA, instance.constructor) as string;
  const path = Reflect.getMetadata(PATH_METADATA, handler) as string | string[];
  const route = [prefix, ...[path].flat().slice(0, 1)].join('/').replaceAll(/\/+/g, '/');
  return `${RequestMethod[verb]} /${route.replace(/^\//, '').replace(/\/$/, '')}`;
}
