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
  const [value, setValue] = useState<T>();

  useEffect(() => {
    let isMounted = true;
    void phoneStore()
      .then((store) => store.draft(key))
      .catch(sayUnwritten)
      .then((kept) => {
        if (isMounted) setValue((kept as T | undefined) ?? initial);
      });
    return () => {
      isMounted = false;
    };
  }, [key]);

  return {
    value,
    change(next) {
      setValue(next);
      void phoneStore()
        .then((store) => store.keepDraft(key, next))
        .catch(sayUnwritten);
    },
    discard(next = initial) {
      setValue(next);
      void phoneStore()
        .then((store) => store.dropDraft(key))
        .catch(sayUnwritten);
    },
  };
}
