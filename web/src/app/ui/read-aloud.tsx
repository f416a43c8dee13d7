import { say } from '../words/words.js';
import { Icon } from './icon.js';

/** A Vietnamese voice of the phone, if it has one. The list may come late; then the button appears on the next look. */
export const vietnameseVoice = (): SpeechSynthesisVoice | undefined =>
  globalThis.speechSynthesis?.getVoices().find(({ lang }) => lang.toLowerCase().startsWith('vi'));

/** Reads a sentence aloud; not there at all on a phone without a Vietnamese voice. */
export function ReadAloud({ text }: { text: string }) {
  const voice = vietnameseVoice();
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
