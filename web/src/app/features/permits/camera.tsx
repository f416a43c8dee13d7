import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../ui/icon.js';
import { codeReader } from './code-reader.js';
import { say } from './checkpoint-words.js';

const BETWEEN_FRAMES_MS = 120;
// The paper just judged is still in front of the camera while the driver puts it away.
const JUST_SEEN_MS = 6_000;

interface CameraProps {
  /** Text of the last code; the same one is not told again at once. */
  justSeen: string | null;
  onText: (text: string) => void;
}

/** The picture of the camera; tells the first code it reads. Without camera or permission a picture of the code does as well. */
export function Camera({ justSeen, onText }: CameraProps) {
  const words = say();
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'opening' | 'on' | 'none'>('opening');
  useEffect(() => {
    const watching = new AbortController();
    const until = Date.now() + JUST_SEEN_MS;
    const isNew = (text: string): boolean => text !== justSeen || Date.now() > until;
    watch(video.current, watching.signal, { isNew, onPicture: () => setState('on') }).then(
      (text) => text !== undefined && onText(text),
      () => setState('none'),
    );
    return () => watching.abort();
  }, []);
  return (
    <>
      <figure class="camera">
        <video ref={video} playsInline muted hidden={state !== 'on'} aria-label={words.aim} />
        <figcaption>
          <span role="status">
            {state === 'on' ? words.aim : state === 'opening' ? words.opening : words.noCamera}
          </span>
        </figcaption>
      </figure>
      {state === 'none' && <PictureOfCode onText={onText} />}
    </>
  );
}

/** The camera app of the phone needs no permission of the browser's: one picture of the code, or one that was sent. */
function PictureOfCode({ onText }: { onText: (text: string) => void }) {
  const words = say();
  const [isBlank, setBlank] = useState(false);
  const read = async (picture: File | undefined): Promise<void> => {
    if (!picture) return;
    // A picture that cannot be opened has no code either.
    const text = await codeReader()
      .then((reads) => reads(picture))
      .catch(() => undefined);
    setBlank(!text);
    if (text) onText(text);
  };
  return (
    <div class="stack tight">
      <label class="btn wide file">
        <Icon name="camera" />
        {words.picture}
        <input
          class="sr"
          type="file"
          accept="image/*"
          onChange={({ currentTarget }) => {
            void read(currentTarget.files?.[0]);
            currentTarget.value = '';
          }}
        />
      </label>
      <div role="alert">{isBlank && <p class="wrong">{words.blankPicture}</p>}</div>
    </div>
  );
}

/** The first code seen; undefined when nobody watches any more. Throws when there is no camera to be had. */
async function watch(
  video: HTMLVideoElement | null,
  stop: AbortSignal,
  { isNew, onPicture }: { isNew: (text: string) => boolean; onPicture: () => void },
): Promise<string | undefined> {
  // Fetched whether or not there is a camera, so that it is there on a day without signal.
  const reader = codeReader();
  // Without a camera nobody waits for it, and the code is typed.
  reader.catch(() => undefined);
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1280 } },
  });
  const close = (): void => {
    for (const track of stream.getTracks()) track.stop();
  };
  stop.addEventListener('abort', close);
  try {
    if (stop.aborted || !video) return undefined;
    video.srcObject = stream;
    await video.play();
    onPicture();
    const read = await reader;
    while (!stop.aborted) {
      const text = await read(video);
      if (text && isNew(text)) return text;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_FRAMES_MS));
    }
    return undefined;
  } finally {
    close();
  }
}
