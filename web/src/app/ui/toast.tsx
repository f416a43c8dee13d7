import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { say } from '../words/words.js';
import { Button } from './button.js';
import { useNow } from './count-down.js';

interface Toast {
  id: number;
  text: string;
  undo: (() => void) | null;
  until: number;
}

const SHOWN_MS = 10_000;

const toasts = signal<readonly Toast[]>([]);
let last = 0;

/** A sentence at the foot of the screen for ten seconds; with `undo`, the way back as long as it is shown, until `until`. */
export function toast(
  text: string,
  undo: (() => void) | null = null,
  until = Date.now() + SHOWN_MS,
): void {
  toasts.value = [
    ...toasts.value.filter((one) => one.text !== text).slice(-1),
    { id: ++last, text, undo, until },
  ];
}

const drop = (id: number): void => {
  toasts.value = toasts.value.filter((one) => one.id !== id);
};

export function Toasts() {
  return (
    <div class="toasts" role="status">
      {toasts.value.map((one) => (
        <ToastNote key={one.id} {...one} />
      ))}
    </div>
  );
}

function ToastNote({ id, text, undo, until }: Toast) {
  const left = until - useNow(1000);
  useEffect(() => {
    if (left <= 0) drop(id);
  }, [left <= 0]);
  return (
    <div class="toast">
      <p>{text}</p>
      {undo && (
        <Button
          icon="undo"
          onPress={() => {
            undo();
            drop(id);
          }}
        >
          {/* The seconds are for the eye: a listener hears the word once. */}
          <span class="sr">{say().undo}</span>
          <span class="num" aria-hidden="true">
            {say().undoIn(Math.max(0, Math.ceil(left / 1000)))}
          </span>
        </Button>
      )}
    </div>
  );
}
