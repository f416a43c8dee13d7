import { useState } from 'preact/hooks';
import { ask } from '../../api/ask.js';
import { Fault } from '../../api/fault.js';
import type { Operation } from '../../api/graphql.js';
import type { NotDone as Said } from '../../api/use-deed.js';
import { Button } from '../../ui/button.js';
import { NotDone } from '../../ui/not-done.js';
import { say as ofApp } from '../../words/words.js';
import { say } from './words.js';

interface Made {
  paper: { fileName: string; contentBase64: string } | null;
}

interface PaperButtonProps {
  document: Operation<Made, { id: string }>;
  id: string;
  label: string;
}

/** Fetches a paper and hands it to the phone as a file; the address of no file ever names a person. */
export function PaperButton({ document, id, label }: PaperButtonProps) {
  const words = say();
  const [isBusy, setBusy] = useState(false);
  const [why, setWhy] = useState<Said | null>(null);
  const fetchPaper = async (): Promise<void> => {
    setBusy(true);
    setWhy(null);
    try {
      const { paper } = await ask(document, { id });
      if (paper) save(paper.fileName, paper.contentBase64);
      else setWhy({ message: words.gone, nextStep: words.again, field: null });
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      setWhy({ ...ofApp().faults[fault.code], field: null });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button isWide icon="download" isDisabled={isBusy} onPress={() => void fetchPaper()}>
        {isBusy ? words.making : label}
      </Button>
      <NotDone why={why} />
    </>
  );
}

function save(name: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
