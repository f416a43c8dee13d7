import { Injectable, type OnApplicationBootstrap, type RequestMethod } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { RULE } from './can.js';

const RESOLVER_TYPE = 'graphql:resolver_type';
const OPERATIONS = new Set(['Query', 'Mutation', 'Subscription']);

/** Start-up fails when an operation or route forgot to say who may use it. */
@Injectable()
export class EveryOperationHasARule implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    const forgotten: string[] = [];
    const classes = [...this.discovery.getProviders(), ...this.discovery.getControllers()];
    for (const { instance, metatype } of classes) {
      if (typeof instance !== 'object' || instance === null || !metatype) continue;
      const prototype: Record<string, unknown> = Object.getPrototypeOf(instance);
      for (const method of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[method];
        if (typeof handler !== 'function') continue;
        if (this.isReachable(handler) && !Reflect.hasMetadata(RULE, handler)) {
          forgotten.push(`${metatype.name}.${method}`);
        }
      }
    }
    if (forgotten.length > 0) throw new Error(`no policy rule on: ${forgotten.join(', ')}`);
  }

  private isReachable(handler: object): boolean {
    const operation: unknown = Reflect.getMetadata(RESOLVER_TYPE, handler);
    if (typeof operation === 'string' && OPERATIONS.has(operation)) return true;
    const route: RequestMethod | undefined = Reflect.getMetadata(METHOD_METADATA, handler);
    return route !== undefined;
  }
}
