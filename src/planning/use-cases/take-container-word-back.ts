import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AssistedActs } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { refuse } from '../../kernel/refusal.js';
import { ContainerWeightsStore } from '../data/container-weights.store.js';

/** ID-06: the household takes back what somebody else said its basket holds; the word before it counts again. */
@Injectable()
export class TakeContainerWordBack implements OnModuleInit {
  constructor(
    private readonly assisted: AssistedActs,
    private readonly weights: ContainerWeightsStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.assisted.onUndo('CONTAINER_SET', async (tx, { subjectId }) => {
      const isTaken = await this.weights.takeBack(tx, subjectId, this.clock.now());
      if (!isTaken) return refuse('ASSISTED_CHANGED_SINCE');
    });
  }
}
