import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { UNDO_MS } from '../offline/queue.js';
import { say } from '../words/words.js';
import { Button } from './button.js';
import { useNow } from './count-down.js';
import { Receipt, Sheet } from './sheet.js';

interface BindingSheetProps {
  /** The question; what is bound stands below it. */
  title: string;
  children?: ComponentChildren;
  /** What is pressed to go on or back; left out where the screen has asked already. */
  yes?: string;
  no?: string;
  isOpen: boolean;
  /** Sends the deed; answers the code to read out on the telephone, undefined when it was not done. */
  send: () => Promise<string | undefined>;
  /** What has been done, in a sentence; left out where another page says so. */
  done?: string;
  onClose: () => void;
}

type Step =
  { kind: 'asked' | 'sending' } | { kind: 'held'; until: number } | { kind: 'done'; code: string };

const held = (): Step => ({ kind: 'held', until: Date.now() + UNDO_MS });

/**
 * A deed that binds: asked, held for ten seconds in which it can be undone, sent, then done, on a plain page with its
 * code. While it is being sent the sheet stays: whoever could leave it would press again.
 */
export function BindingSheet({ title, children, yes, no, isOpen, ...deed }: BindingSheetProps) {
  const { send, done, onClose } = deed;
  const [step, setStep] = useState<Step>({ kind: 'asked' });
  const isHeld = isOpen && step.kind === 'held';
  // Before the screen is painted: what is undone in the last moment is not sent.
  useLayoutEffect(() => {
    setStep(isOpen && !yes ? held() : { kind: 'asked' });
  }, [isOpen]);
  useLayoutEffect(() => {
    if (!isHeld) return undefined;
    const alarm = setTimeout(() => {
      setStep({ kind: 'sending' });
      void send().then(
        (code) => (code === undefined ? onClose() : setStep({ kind: 'done', code })),
        (broken: unknown) => {
          onClose();
          throw broken;
        },
      );
    }, UNDO_MS);
    return () => clearTimeout(alarm);
  }, [isHeld]);
  return (
    <Sheet
      title={(step.kind === 'done' && done) || title}
      isOpen={isOpen}
      staysOpen={step.kind === 'sending'}
      onClose={onClose}
    >
      {step.kind !== 'done' && children}
      {step.kind === 'asked' && yes && (
        <>
          <Button look="main" isWide onPress={() => setStep(held())}>
            {yes}
          </Button>
          <Button isWide onPress={onClose}>
            {no}
          </Button>
        </>
      )}
      {step.kind === 'held' && <Held until={step.until} onUndo={onClose} />}
      {step.kind === 'sending' && <p role="status">{say().network.sending}</p>}
      {step.kind === 'done' && (
        <>
          <Receipt code={step.code} />
          <Button look="main" isWide onPress={onClose}>
            {say().close}
          </Button>
        </>
      )}
    </Sheet>
  );
}

function Held({ until, onUndo }: { until: number; onUndo: () => void }) {
  const left = Math.max(0, Math.ceil((until - useNow(1000)) / 1000));
  return (
    <>
      <p role="status">{say().held}</p>
      <Button icon="undo" isWide isDisabled={left === 0} onPress={onUndo}>
        {say().undoIn(left)}
      </Button>
    </>
  );
}
