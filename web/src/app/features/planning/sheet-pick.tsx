import { isOnline } from '../../api/line.js';

interface SheetPickProps {
  label: string;
  onPick: (file: File) => void;
}

/** The button that chooses a spreadsheet on this phone or desk. */
export const SheetPick = ({ label, onPick }: SheetPickProps) => (
  <label class="btn wide">
    {label}
    <input
      class="sr"
      type="file"
      accept=".xlsx"
      disabled={!isOnline.value}
      onChange={({ currentTarget }) => {
        const [file] = currentTarget.files ?? [];
        if (file) onPick(file);
        // The same file may be chosen again after it was mended.
        currentTarget.value = '';
      }}
    />
  </label>
);
