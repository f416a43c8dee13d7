import { useEffect, useRef, useState } from 'preact/hooks';
import { shrinkPhoto } from '../photos/shrink-photo.js';
import { bilingual } from '../words/words.js';
import { Button } from './button.js';
import { Icon } from './icon.js';

const say = bilingual(
  {
    again: 'Chụp lại',
    kept: 'Chọn ảnh có sẵn',
    drop: 'Bỏ ảnh',
    broken: 'Ảnh này không mở được. Chụp lại ảnh khác.',
  },
  {
    again: 'Take it again',
    kept: 'Choose a picture',
    drop: 'Remove the photo',
    broken: 'This picture cannot be opened. Take another one.',
  },
);

interface PhotoPickProps {
  /** What the camera is to take, on its button. */
  label: string;
  /** What was taken, for who cannot see it. */
  alt: string;
  photo: Blob | null;
  onPhoto: (photo: Blob | null) => void;
}

/** Opens the camera or the pictures of the phone, makes the photo small on the phone, and shows what was taken. */
export function PhotoPick({ label, alt, photo, onPhoto }: PhotoPickProps) {
  const words = say();
  const [isBroken, setIsBroken] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    try {
      onPhoto(await shrinkPhoto(file));
      setIsBroken(false);
    } catch (unreadable) {
      if (!(unreadable instanceof DOMException)) throw unreadable;
      setIsBroken(true);
    }
  };
  return (
    <div class="stack tight">
      {photo && <Preview photo={photo} alt={alt} />}
      <label class="btn wide file">
        <Icon name="camera" />
        {photo ? words.again : label}
        <PictureInput isTaken onFile={(file) => void take(file)} />
      </label>
      {!photo && (
        <label class="btn quiet wide file">
          {words.kept}
          <PictureInput onFile={(file) => void take(file)} />
        </label>
      )}
      {isBroken && (
        <p class="stale" role="alert">
          <Icon name="warning" /> {words.broken}
        </p>
      )}
      {photo && (
        <Button look="quiet" isWide onPress={() => onPhoto(null)}>
          {words.drop}
        </Button>
      )}
    </div>
  );
}

interface PictureInputProps {
  /** Opens the camera at once; else one that is on the phone may be chosen. */
  isTaken?: boolean;
  onFile: (file: File | undefined) => void;
}

const PictureInput = ({ isTaken, onFile }: PictureInputProps) => (
  <input
    class="sr"
    type="file"
    accept="image/*"
    {...(isTaken && { capture: 'environment' as const })}
    onChange={({ currentTarget }) => {
      onFile(currentTarget.files?.[0]);
      currentTarget.value = '';
    }}
  />
);

function Preview({ photo, alt }: { photo: Blob; alt: string }) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const url = URL.createObjectURL(photo);
    if (image.current) image.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [photo]);
  return <img ref={image} class="taken" alt={alt} />;
}
