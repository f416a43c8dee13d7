import { useState } from 'preact/hooks';
import { useDeed } from '../../api/use-deed.js';
import { NotDone } from '../../ui/not-done.js';
import { fmt } from '../../words/words.js';
import { TakeHome } from './documents.js';
import { ExportFiles, rowsOf, saveExport, type ExportKind } from './export-files.js';
import { say } from './words.js';

export function TakeAway() {
  const words = say();
  const deed = useDeed();
  const [rows, setRows] = useState<number | null>(null);
  const take = async (kind: ExportKind): Promise<void> => {
    const made = await deed.run(TakeHome, { personId: null });
    if (!made) return;
    saveExport(made, kind);
    setRows(rowsOf(made));
  };
  return (
    <section class="stack tight">
      <h2>{words.takeHome}</h2>
      <p class="earth">{words.takeHomeNote}</p>
      <NotDone why={deed.notDone} />
      <ExportFiles isBusy={deed.isBusy} onPick={(kind) => void take(kind)} />
      {rows !== null && <p role="status">{words.made(fmt().number(rows))}</p>}
    </section>
  );
}
