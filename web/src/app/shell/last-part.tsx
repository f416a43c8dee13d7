import type { ComponentType } from 'preact';
import { Route, Router } from 'preact-iso/router';
import { BASE, type RouteProps, routesOf, type Screens } from './lazy-screen.js';
import { NoScreen } from './no-screen.js';

/** Screens looked at where no other part has one. */
export function lastPart(screens: Screens): ComponentType<RouteProps> {
  const routes = routesOf(screens);
  return () => (
    <Router>
      {routes.map(({ path, component }) => (
        // The router around this one has taken the base away.
        <Route key={path} path={path.slice(BASE.length)} component={component} />
      ))}
      <Route default component={NoScreen} />
    </Router>
  );
}
