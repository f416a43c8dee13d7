import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.js';
import { fmt } from '../../words/words.js';
import type { AskedHousehold } from './counter-documents.js';
import { say } from './counter-words.js';

type Rests = Pick<AskedHousehold['grants'][number], 'consent' | 'grantedAt' | 'paper'>;

interface RestsOnProps {
  grant: Rests;
  /** The household itself reads it. */
  isOwn?: boolean;
}

/** On what a household's word rests, since when, and the paper for those it concerns. */
export function RestsOn({ grant: { consent, grantedAt, paper }, isOwn }: RestsOnProps) {
  const words = say();
  const [isShown, setShown] = useState(false);
  const since = words.since(fmt().moment(new Date(grantedAt), new Date()));
  return (
    <>
      <span class="earth">
        {(isOwn ? words.ownConsents : words.consents)[consent]}, {since}.
        {paper?.erasedAt && ` ${words.paperErased}`}
        {paper && !paper.erasedAt && !paper.url && ` ${words.paperOfMany}`}
      </span>
      {paper?.url && !isShown && (
        <Button isWide icon="picture" onPress={() => setShown(true)}>
          {words.seePaper}
        </Button>
      )}
      {paper?.url && isShown && <img class="taken" src={paper.url} alt={words.paperAlt} />}
    </>
  );
}
