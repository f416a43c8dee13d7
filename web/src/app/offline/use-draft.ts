import { useEffect, useState } from 'preact/hooks';
import { phoneStore, sayUnwritten } from './phone.js';

export interface Draft<T> {
  /** Undefined for the instant before the phone has been asked. */
  value: T | undefined;
  change: (next: T) => void;
  /** After the draft has become an act, or the person threw it away; `next` is what the form goes on with. */
  discard: (next?: T) => void;
}

/**
 * A form's contents that survive a reload, a dead battery and an update. Photos may be kept in it as Blobs.
 * @param key names the form and the object: `lot:new`
 */
export function useDraft<T>(key: string, initial: T): Draft<T> {
  const [held, setHeld] = useState<{ key: string; value: T }>();
  const value = held?.key === key ? held.value : undefined;
  const hold = (next: T): void => setHeld({ key, value: next });

  useEffect(() => {
    let isMounted = true;
    void phoneStore()
      .then((store) => store.draft(key))
      .catch(sayUnwritten)
      .then((kept) => {
        // Who began before a slow disk had answered goes on with what was typed.
        const found = { key, value: (kept as T | undefined) ?? initial };
        if (isMounted) setHeld((now) => (now?.key === key ? now : found));
      });
    return () => {
      isMounted = false;
    };
  }, [key]);

  return {
    value,
    change(next) {
      hold(next);
      void phoneStore()
        .then((store) => store.keepDraft(key, next))
        .catch(sayUnwritten);
    },
    discard(next = initial) {
      hold(next);
      void phoneStore()
        .then((store) => store.dropDraft(key))
        .catch(sayUnwritten);
    },
  };
}
