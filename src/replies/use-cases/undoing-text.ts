import { Injectable } from '@nestjs/common';
import {
  AssistedActs,
  assistedText,
  UndoAssistedAct,
  type DoneForHousehold,
} from '../../accounts/index.js';
import { Catalog } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { isRefusal } from '../../kernel/refusal.js';
import { plainText, SignedWords } from '../../messages/index.js';
import { UNDO_TEXTS } from '../domain/reply-texts.js';
import { undoCode } from '../domain/undo.js';
import { actIdOf } from './answering.js';

// The longest anything can be undone.
const DAY_MS = 86_400_000;

/** The undo of a household without an app: one word sent back to the message that told of the act (ID-06). */
@Injectable()
export class UndoingText {
  constructor(
    private readonly signed: SignedWords,
    private readonly assisted: AssistedActs,
    private readonly undoing: UndoAssistedAct,
    private readonly catalog: Catalog,
    private readonly clock: Clock,
  ) {}

  /**
   * Without a code the newest act is meant, as long as it is the only one that can be undone.
   *
   * @returns what is said back; undefined when the message was answered meanwhile
   */
  async answer(
    causeId: string,
    {
      personId,
      householdIds,
    }: { readonly personId: string; readonly householdIds: readonly string[] },
    code: string | null,
  ): Promise<string | undefined> {
    const since = new Date(this.clock.now().getTime() - DAY_MS);
    const done = await this.assisted.standing(householdIds, since);
    const open = done.filter((act) => act.canUndo);
    const meant = code === null ? open : done.filter(({ id }) => undoCode(id) === code);
    const [act, ...others] = meant;
    if (!act) return UNDO_TEXTS.nothing;
    if (others.length > 0 || (code === null && act !== done[0])) return this.which(meant);
    const first = await this.signed.meantFirst(causeId, act.id);
    if (first !== act.id) return first === undefined ? undefined : UNDO_TEXTS.nothing;
    const what = await this.textOf(act);
    if (!act.canUndo) return UNDO_TEXTS.wentOn(what);
    const undone = await this.undoing.run(
      { personId, partyId: act.householdId, role: 'GROWER', sessionId: null, locale: 'vi' },
      { clientMutationId: actIdOf(causeId, act.id), actId: act.id },
    );
    return isRefusal(undone) ? UNDO_TEXTS.wentOn(what) : UNDO_TEXTS.undone(what);
  }

  private async which(acts: readonly DoneForHousehold[]): Promise<string> {
    const named = acts.map(async (act) => ({
      code: undoCode(act.id),
      what: await this.textOf(act),
    }));
    return UNDO_TEXTS.which(await Promise.all(named));
  }

  private async textOf({ kind, facts }: DoneForHousehold): Promise<string> {
    const crop = await this.catalog.crop(facts.cropCode ?? '');
    return plainText(assistedText(kind, facts, (crop?.nameVi ?? '').toLowerCase(), 'vi'));
  }
}
