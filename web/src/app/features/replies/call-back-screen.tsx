import { useState } from 'preact/hooks';
import { graphql } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { say } from './help-words.js';

declare const APP_VERSION: string;

const AskForCall = graphql(`
  mutation AskForCall($input: RequestHelpCallInput!) {
    requestHelpCall(input: $input) {
      __typename
      ... on HelpRequest {
        id
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

/** Asks the cooperative and the commune to call; the wish waits until somebody has. */
export default function CallBackScreen() {
  const words = say();
  const deed = useDeed();
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const askForCall = async (): Promise<void> => {
    const wish = { note: note.trim() || null, appVersion: APP_VERSION };
    if (await deed.run(AskForCall, wish)) setAsked(true);
  };
  return (
    <Screen title={words.askTitle} code="H9" back="/app/giup">
      {isAsked ? (
        <p role="status">{words.asked}</p>
      ) : (
        <form class="stack" onSubmit={(event) => event.preventDefault()}>
          <p>{words.askNote}</p>
          <TextField
            id="help-note"
            label={words.noteLabel}
            hint={words.noteHint}
            isOptional
            autocomplete="off"
            maxLength={300}
            value={note}
            onChange={setNote}
          />
          <NotDone why={deed.notDone} />
          <Button look="main" type="submit" isWide icon="phone" onPress={() => void askForCall()}>
            {words.ask}
          </Button>
        </form>
      )}
    </Screen>
  );
}
