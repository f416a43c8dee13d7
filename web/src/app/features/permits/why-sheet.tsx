import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { Sheet } from '../../ui/sheet.js';
import { say } from './office-words.js';

interface WhySheetProps {
  title: string;
  action: string;
  isOpen: boolean;
  onClose: () => void;
  onSay: (why: string) => void;
}

/** A refusal of the office is told to whoever asked, so it has a sentence. */
export function WhySheet({ title, action, isOpen, onClose, onSay }: WhySheetProps) {
  const words = say();
  const [why, setWhy] = useState('');
  return (
    <Sheet title={title} isOpen={isOpen} onClose={onClose}>
      <TextField id="why-not" label={words.why} value={why} onChange={setWhy} />
      <Button look="stop" isWide isDisabled={why.trim() === ''} onPress={() => onSay(why.trim())}>
        {action}
      </Button>
    </Sheet>
  );
}
