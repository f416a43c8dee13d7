import { useRead } from '../../offline/use-read.js';
import { graphql } from '../../api/graphql.js';
import { say } from './standing-words.js';

const OwnStanding = graphql(`
  query OwnStanding {
    myParty {
      state
      stateReason
    }
  }
`);

/** What keeps a trader from publishing, above her orders; nothing once her papers are approved. */
export function OwnStandingNote() {
  const { data } = useRead(OwnStanding, {});
  const party = data?.myParty;
  if (!party || party.state === 'ACTIVE') return null;
  return (
    <a class="card link tone-amber notice" href="/app/dang-ky">
      <b>{say()[party.state]}</b>
      {party.stateReason && <span>{party.stateReason}</span>}
    </a>
  );
}
