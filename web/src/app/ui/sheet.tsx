import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from './button.js';
import { Icon, type IconName } from './icon.js';

interface SheetProps {
  title: string;
  isOpen: boolean;
  /** For as long as it must not be left; then neither Escape nor the way back closes it. */
  staysOpen?: boolean;
  onClose: () => void;
  children: ComponentChildren;
}

/** A page that slides over the foot of the screen; the dialog of the browser keeps the focus inside. */
export function Sheet({ title, isOpen, staysOpen, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  // Told of a little later: whoever has opened it again meanwhile keeps it open.
  const closed = (): void => {
    if (dialog.current?.open) return;
    // A browser lets nobody be held by a dialog that refuses to close: asked twice, it closes, and is opened again.
    if (staysOpen) dialog.current?.showModal();
    else onClose();
  };
  return (
    <dialog
      class="sheet"
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => staysOpen && event.preventDefault()}
      onClose={closed}
    >
      <div class="stack">
        <h2 id={id}>{title}</h2>
        {isOpen && children}
      </div>
    </dialog>
  );
}

interface ConfirmProps {
  title: string;
  note?: string;
  yes: string;
  no: string;
  isOpen: boolean;
  onYes: () => void;
  onNo: () => void;
  /** A way to save what would be lost. */
  children?: ComponentChildren;
}

/** Asks before something is lost. The safe answer is the large one, and the two are not side by side. */
export function ConfirmSheet({
  title,
  note,
  yes,
  no,
  isOpen,
  onYes,
  onNo,
  children,
}: ConfirmProps) {
  return (
    <Sheet title={title} isOpen={isOpen} onClose={onNo}>
      {note && <p>{note}</p>}
      {children}
      <Button look="main" isWide onPress={onNo}>
        {no}
      </Button>
      <Button look="stop" isWide onPress={onYes}>
        {yes}
      </Button>
    </Sheet>
  );
}

interface ReceiptProps {
  icon?: IconName;
  title?: string;
  /** The code to read out on the telephone: `LN-0825-4K7`. */
  code?: string;
  children?: ComponentChildren;
}

/** The plain page after a binding act: what was done, its code, where to go on. */
export function Receipt({ icon = 'check', title, code, children }: ReceiptProps) {
  return (
    <div class="state">
      <Icon name={icon} size={56} />
      {title && <h2>{title}</h2>}
      {code && (
        <output class="chip tone-plain">
          <b class="num">{code}</b>
        </output>
      )}
      {children}
    </div>
  );
}
