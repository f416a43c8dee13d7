import { useEffect, useRef, useState } from 'preact/hooks';
import { codeReader } from './code-reader.js';
import { say } from './checkpoint-words.js';

const BETWEEN_FRAMES_MS = 120;

/** The picture of the camera; tells the first code it reads. Without camera or permission it says so, and no more. */
export function Camera({ onText }: { onText: (text: string) => void }) {
  const words = say();
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'opening' | 'on' | 'none'>('opening');
  useEffect(() => {
    const watching = new AbortController();
    watch(video.current, watching.signal, () => setState('on')).then(
      (text) => text !== undefined && onText(text),
      () => setState('none'),
    );
    return () => watching.abort();
  }, []);
  return (
    <figure class="camera">
      <video ref={video} playsInline muted hidden={state !== 'on'} aria-label={words.aim} />
      <figcaption>
        <span role="status">
          {state === 'on' ? words.aim : state === 'opening' ? words.opening : words.noCamera}
        </span>
      </figcaption>
    </figure>
  );
}

/** The first code seen; undefined when nobody watches any more. Throws when there is no camera to be had. */
async function watch(
  video: HTMLVideoElement | null,
  stop: AbortSignal,
  onPicture: () => void,
): Promise<string | undefined> {
  // Fetched whether or not there is a camera, so that it is there on a day without signal.
  const reader = codeReader();
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
      if (text) return text;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_FRAMES_MS));
    }
    return undefined;
  } finally {
    close();
  }
}
