import { useState } from 'preact/hooks';
import { savesData } from '../settings.js';
import { say } from '../words/words.js';
import { Button } from './button.js';
import { CropDrawing } from './crop-drawing.js';

interface PhotoProps {
  /** Id of an uploaded photo; null draws the crop in its place. */
  id: string | null;
  /** Variety or crop code. */
  drawing: string;
  alt: string;
  /** `card` is 360 px and always loaded; `full` waits for a tap on a phone that saves data. */
  size: 'card' | 'full';
}

export function Photo({ id, drawing, alt, size }: PhotoProps) {
  const [isWanted, setIsWanted] = useState(false);
  const width = size === 'card' ? 360 : 1280;
  if (id !== null && (size === 'card' || isWanted || !savesData.value)) {
    return (
      <img
        src={`/photos/${id}/${size}.webp`}
        alt={alt}
        width={width}
        height={(width * 3) / 4}
        loading="lazy"
        decoding="async"
      />
    );
  }
  return (
    <div class="state">
      <CropDrawing code={drawing} size={96} />
      {id !== null && (
        <Button icon="picture" onPress={() => setIsWanted(true)}>
          {say().showPhoto}
        </Button>
      )}
    </div>
  );
}
