import type { ComponentType } from 'preact';
import { Route, Router } from 'preact-iso/router';
import { COMMON } from './common-screens.js';
import { lazyScreen, type RouteProps, type Screens } from './lazy-screen.js';
import { NoScreen } from './no-screen.js';

const BASE = '/app';

const routesOf = (screens: Screens): { path: string; component: ComponentType<RouteProps> }[] =>
  Object.entries(screens).map(([path, load]) => ({ path, component: lazyScreen(load) }));

const Occasional = lazyScreen(() => import('./parts/occasional.js'));

/** The app as one role has it: its own screens, those that everyone has, then the occasional ones. The first that fits is shown. */
export function part(own: Screens): ComponentType<RouteProps> {
  const routes = routesOf({ ...own, ...COMMON, ...own });
  return () => (
    <Router>
      {routes.map(({ path, component }) => (
        <Route key={path} path={path} component={component} />
      ))}
      <Route path={`${BASE}/*`} component={Occasional} />
      <Route default component={NoScreen} />
    </Router>
  );
}

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
