import type { ComponentType } from 'preact';
import { Route, Router } from 'preact-iso/router';
import { COMMON } from './common-screens.js';
import { BASE, lazyScreen, type RouteProps, routesOf, type Screens } from './lazy-screen.js';
import { NoScreen } from './no-screen.js';

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
