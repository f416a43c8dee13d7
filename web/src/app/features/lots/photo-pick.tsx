import { useEffect, useRef, useState } from 'preact/hooks';
import { shrinkPhoto } from '../../photos/shrink-photo.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { say } from './words.js';

interface PhotoPickProps {
  photo: Blob | null;
  onPhoto: (photo: Blob | null) => void;
}

/** Opens the camera or the pictures of the phone, makes the photo small on the phone, and shows what was taken. */
export function PhotoPick({ photo, onPhoto }: PhotoPickProps) {
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
      {photo && <Preview photo={photo} />}
      <label class="btn wide file">
        <Icon name="camera" />
        {photo ? words.photoAgain : words.photo}
        <PictureInput isTaken onFile={(file) => void take(file)} />
      </label>
      {!photo && (
        <label class="btn quiet wide file">
          {words.photoKept}
          <PictureInput onFile={(file) => void take(file)} />
        </label>
      )}
      {isBroken && (
        <p class="stale" role="alert">
          <Icon name="warning" /> {words.photoBroken}
        </p>
      )}
      {photo && (
        <Button look="quiet" isWide onPress={() => onPhoto(null)}>
          {words.photoDrop}
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

function Preview({ photo }: { photo: Blob }) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const url = URL.createObjectURL(photo);
    if (image.current) image.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [photo]);
  return <img ref={image} class="taken" alt={say().photoAlt} />;
}
