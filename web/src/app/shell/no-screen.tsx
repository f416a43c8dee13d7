import { LinkButton } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { EmptyState } from '../ui/states.js';
import { say } from '../words/words.js';
import { Screen } from './screen.js';

/** A path that the role in use has no screen for. */
export function NoScreen() {
  const words = say().notFound;
  return (
    <Screen title={words.title} code="0" back="/app">
      <EmptyState picture={<Icon name="search" size={56} />} title={words.title} note={words.note}>
        <LinkButton look="main" href="/app" icon="home">
          {words.home}
        </LinkButton>
      </EmptyState>
    </Screen>
  );
}
