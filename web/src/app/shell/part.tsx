import type { ComponentType } from 'preact';
import { Route, Router } from 'preact-iso/router';
import { COMMON } from './common-screens.js';
import { lazyScreen, type RouteProps, type Screens } from './lazy-screen.js';
import { NoScreen } from './no-screen.js';

/** The app as one role has it: its own screens, then those that everyone has. The first path that fits is shown. */
export function part(own: Screens): ComponentType<RouteProps> {
  const routes = Object.entries({ ...own, ...COMMON, ...own }).map(([path, load]) => ({
    path,
    component: lazyScreen(load),
  }));
  return () => (
    <Router>
      {routes.map(({ path, component }) => (
        <Route key={path} path={path} component={component} />
      ))}
      <Route default component={NoScreen} />
    </Router>
  );
}
