import type { EntityManager } from 'typeorm';
import type { Brand } from '../../kernel/brand.js';

/** An open transaction. Only UnitOfWork makes one, so a write that asks for a Tx cannot run outside. */
export type Tx = Brand<EntityManager, 'Tx'>;
