import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Config } from './config.js';

/** Injection token of the parsed environment. */
export const CONFIG = Symbol('config');

@Global()
@Module({})
export class ConfiguredModule {
  static with(config: Config): DynamicModule {
    return {
      module: ConfiguredModule,
      providers: [{ provide: CONFIG, useValue: config }],
      exports: [CONFIG],
    };
  }
}
