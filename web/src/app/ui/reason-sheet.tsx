import { useId } from 'preact/hooks';
import type { NotDone as Said } from '../api/use-deed.js';
import { useDraft } from '../offline/use-draft.js';
import { bilingual } from '../words/words.js';
import { Button } from './button.js';
import { Choices, TextField } from './field.js';
import { NotDone } from './not-done.js';
import { saidAt, saidElsewhere } from './said-at.js';
import { Sheet } from './sheet.js';

const say = bilingual(
  {
    choose: 'Lý do',
    other: 'Khác',
    more: 'Nói rõ thêm',
    needed: 'Chọn hoặc ghi lý do.',
    back: 'Quay lại',
  },
  {
    choose: 'Reason',
    other: 'Other',
    more: 'Say more',
    needed: 'Choose or write a reason.',
    back: 'Back',
  },
);

const OTHER = 'other';
const LONGEST = 200;
/** What the inputs of the deeds that need one call it. */
const REASON = ['reason', 'note'];

interface ReasonSheetProps {
  /** Names the object, so that half a reason survives a reload: `dispute:${id}`. */
  draftKey: string;
  title: string;
  /** Three usual reasons as they are sent; "Khác" is added. */
  reasons: readonly string[];
  send: string;
  isOpen: boolean;
  isBusy: boolean;
  notDone: Said | null;
  onClose: () => void;
  /** Answers whether it was done; then what was typed is forgotten. */
  onSend: (reason: string) => Promise<boolean>;
}

/** Asks why: one of a few usual reasons, and words of one's own. */
export function ReasonSheet({
  draftKey,
  title,
  reasons,
  send,
  isOpen,
  isBusy,
  notDone,
  onClose,
  onSend,
}: ReasonSheetProps) {
  const words = say();
  const id = useId();
  const { value, change, discard } = useDraft(draftKey, { chosen: '', more: '' });
  const { chosen, more } = value ?? { chosen: '', more: '' };
  const reason = [chosen === OTHER ? '' : chosen, more.trim()].filter(Boolean).join('. ');
  const deliver = async (): Promise<void> => {
    if (await onSend(reason)) discard();
  };
  return (
    <Sheet title={title} isOpen={isOpen} onClose={onClose}>
      <Choices
        name={id}
        legend={words.choose}
        choices={[...reasons, OTHER].map((one) => ({
          value: one,
          label: one === OTHER ? words.other : one,
        }))}
        value={chosen || null}
        isOptional={more.trim() !== ''}
        onChange={(next) => change({ chosen: next, more })}
      />
      <TextField
        id={`${id}-more`}
        label={words.more}
        isOptional={chosen !== OTHER}
        autocomplete="off"
        maxLength={LONGEST}
        error={saidAt(notDone, ...REASON)}
        value={more}
        onChange={(next) => change({ chosen, more: next })}
      />
      {reason === '' && <p class="earth">{words.needed}</p>}
      <NotDone why={saidElsewhere(notDone, ...REASON)} />
      <Button
        look="main"
        isWide
        isDisabled={isBusy || reason === ''}
        onPress={() => void deliver()}
      >
        {send}
      </Button>
      <Button look="quiet" isWide onPress={onClose}>
        {words.back}
      </Button>
    </Sheet>
  );
}
