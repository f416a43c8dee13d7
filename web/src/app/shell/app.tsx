import { LocationProvider, Route, Router } from 'preact-iso/router';
import { LinkButton } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { EmptyState } from '../ui/states.js';
import { say } from '../words/words.js';
import { ROUTES } from './routes.js';
import { Screen } from './screen.js';

export const App = () => (
  <LocationProvider scope="/app">
    <Router>
      {ROUTES.map(({ path, component }) => (
        <Route key={path} path={path} component={component} />
      ))}
      <Route default component={NoScreen} />
    </Router>
  </LocationProvider>
);

function NoScreen() {
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
