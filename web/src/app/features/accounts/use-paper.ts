import { useRef, useState } from 'preact/hooks';
import { Fault } from '../../api/fault.js';
import { uploadPhoto } from '../../api/upload.js';
import { profile } from '../../session.js';
import { say } from '../../words/words.js';

interface Paper {
  readonly photo: Blob | null;
  readonly setPhoto: (photo: Blob | null) => void;
  readonly isSending: boolean;
  readonly why: { message: string; nextStep: string; field: null } | null;
  /** The id of the photograph, sent once however often the deed that needs it is tried; undefined when it did not go. */
  readonly send: () => Promise<string | undefined>;
}

/** The photograph of a signed paper: nobody but those it concerns is shown it. */
export function usePaper(): Paper {
  const sent = useRef<{ photo: Blob; id: string } | null>(null);
  const [photo, setPhoto] = useState<Blob | null>(null);
  const [isSending, setSending] = useState(false);
  const [why, setWhy] = useState<Paper['why']>(null);
  const send = async (): Promise<string | undefined> => {
    if (!photo) return undefined;
    if (sent.current?.photo === photo) return sent.current.id;
    setSending(true);
    setWhy(null);
    try {
      const answer = await uploadPhoto(photo, profile.value, '/grant-papers');
      if ('id' in answer) {
        sent.current = { photo, id: answer.id };
        return answer.id;
      }
      setWhy({ ...answer, field: null });
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      setWhy({ ...say().faults[fault.code], field: null });
    } finally {
      setSending(false);
    }
    return undefined;
  };
  return { photo, setPhoto, isSending, why, send };
}
