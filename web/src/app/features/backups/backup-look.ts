import type { OwnBackup } from './documents.js';

/** How each state of a backup is drawn: never by colour alone. */
export const LOOKS = {
  ASKED: { tone: 'amber', icon: 'waiting' },
  READY: { tone: 'green', icon: 'check' },
  DECLINED: { tone: 'red', icon: 'cross' },
  RELEASED: { tone: 'plain', icon: 'undo' },
  USED: { tone: 'blue', icon: 'truck' },
} as const satisfies Record<OwnBackup['state'], object>;
