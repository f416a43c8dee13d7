import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clockwork } from '../events/clockwork.js';
import { ActChain } from './act-chain.js';

/** Every minute the acts of the last one get their links. */
@Injectable()
export class ChainActs implements OnModuleInit {
  constructor(
    private readonly clockwork: Clockwork,
    private readonly chain: ActChain,
  ) {}

  onModuleInit(): void {
    this.clockwork.every('* * * * *', 'platform.chain-acts', () => this.chain.extend());
  }
}
