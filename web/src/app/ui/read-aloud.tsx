import { useEffect, useState } from 'preact/hooks';
import { say } from '../words/words.js';
import { Icon } from './icon.js';

/** A Vietnamese voice of the phone, if it has one. */
export const vietnameseVoice = (): SpeechSynthesisVoice | undefined =>
  globalThis.speechSynthesis?.getVoices().find(({ lang }) => lang.toLowerCase().startsWith('vi'));

/** Reads a sentence aloud; not there at all on a phone without a Vietnamese voice. */
export function ReadAloud({ text }: { text: string }) {
  const [voice, setVoice] = useState(vietnameseVoice);
  useEffect(() => {
    // A browser lists its voices late, often after the first screen is drawn.
    const look = (): void => setVoice(vietnameseVoice());
    globalThis.speechSynthesis?.addEventListener('voiceschanged', look);
    return () => globalThis.speechSynthesis?.removeEventListener('voiceschanged', look);
  }, []);
  if (!voice) return null;
  const speak = (): void => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    speechSynthesis.cancel();
    speechSynthesis.speak(utterance);
  };
  return (
    <button type="button" class="btn quiet" aria-label={say().readAloud} onClick={speak}>
      <Icon name="speaker" />
    </button>
  );
}
