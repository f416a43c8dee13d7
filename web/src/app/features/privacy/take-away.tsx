import { useState } from 'preact/hooks';
import { useDeed } from '../../api/use-deed.js';
import { Button } from '../../ui/button.js';
import { NotDone } from '../../ui/not-done.js';
import { fmt } from '../../words/words.js';
import { TakeHome } from './documents.js';
import { say } from './words.js';

type Kind = 'json' | 'csv';

const TYPES: Readonly<Record<Kind, string>> = { json: 'application/json', csv: 'text/csv' };

/** The file is made on this phone from the answer, so that no address on the server ever holds it. */
export function TakeAway() {
  const words = say();
  const deed = useDeed();
  const [rows, setRows] = useState<number | null>(null);
  const take = async (kind: Kind): Promise<void> => {
    const made = await deed.run(TakeHome, { personId: null });
    if (!made) return;
    // A spreadsheet reads Vietnamese right only after this mark.
    save(`cho-luc-nam.${kind}`, kind === 'csv' ? `\ufeff${made.csv}` : made.json, TYPES[kind]);
    setRows(made.tables.reduce((sum, table) => sum + table.rows, 0));
  };
  return (
    <section class="stack tight">
      <h2>{words.takeHome}</h2>
      <p class="earth">{words.takeHomeNote}</p>
      <NotDone why={deed.notDone} />
      <Button isWide icon="download" isDisabled={deed.isBusy} onPress={() => void take('json')}>
        {deed.isBusy ? words.making : words.json}
      </Button>
      <Button isWide icon="download" isDisabled={deed.isBusy} onPress={() => void take('csv')}>
        {deed.isBusy ? words.making : words.csv}
      </Button>
      {rows !== null && <p role="status">{words.made(fmt().number(rows))}</p>}
    </section>
  );
}

function save(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
