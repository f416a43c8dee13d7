import { CropDrawing } from '../../ui/crop-drawing.js';
import { named, titled } from '../../words/named.js';
import type { Crop } from './documents.js';
import { say } from './words.js';

interface CropStepProps {
  crops: readonly Crop[];
  /** What was offered of late, as drawn: those tiles come first. */
  usual: readonly string[];
  onChoose: (cropCode: string, varietyCode: string | null) => void;
}

interface Tile {
  cropCode: string;
  varietyCode: string | null;
  drawing: string;
  name: string;
}

/** One tile a variety, so that crop and variety are one tap. */
const tilesOf = (crop: Crop): Tile[] =>
  crop.varieties.length > 1
    ? crop.varieties.map((variety) => ({
        cropCode: crop.code,
        varietyCode: variety.code,
        drawing: variety.code,
        name: named(variety),
      }))
    : [
        {
          cropCode: crop.code,
          varietyCode: crop.varieties[0]?.code ?? null,
          drawing: crop.varieties[0]?.code ?? crop.code,
          name: named(crop),
        },
      ];

export function CropStep({ crops, usual, onChoose }: CropStepProps) {
  const tiles = crops.flatMap(tilesOf);
  const first = usual.flatMap((code) => tiles.filter(({ drawing }) => drawing === code));
  const rest = tiles.filter((tile) => !first.includes(tile));
  return (
    <section class="stack">
      <h2>{say().whichCrop}</h2>
      <div class="tiles">
        {[...first, ...rest].map(({ cropCode, varietyCode, drawing, name }) => (
          <button
            type="button"
            class="btn tall"
            key={varietyCode ?? cropCode}
            onClick={() => onChoose(cropCode, varietyCode)}
          >
            <CropDrawing code={drawing} size={56} />
            {titled(name)}
          </button>
        ))}
      </div>
    </section>
  );
}
