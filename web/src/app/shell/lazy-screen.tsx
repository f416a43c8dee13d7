import type { ComponentType } from 'preact';
import { useEffect, useErrorBoundary, useState } from 'preact/hooks';
import { isOnline } from '../api/line.js';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { Skeleton } from '../ui/states.js';
import { say, wordsHere } from '../words/words.js';
import { Screen } from './screen.js';

/** What the router hands a screen. */
export interface RouteProps {
  params: Record<string, string>;
  query: Record<string, string>;
}

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>;

/** Where the app lives on the site. */
export const BASE = '/app';

/** Screens by their path; the code of each is fetched when it is first opened. */
export type Screens = Readonly<Record<string, Load<RouteProps>>>;

/** Each screen behind its path, loaded when it is first opened. */
export const routesOf = (
  screens: Screens,
): { path: string; component: ComponentType<RouteProps> }[] =>
  Object.entries(screens).map(([path, load]) => ({ path, component: lazyScreen(load) }));

interface FailedProps {
  onRetry: () => void;
  /** Its code came, and threw. */
  isBroken?: boolean;
}

/**
 * A screen whose code comes when it is first opened; without signal it may not come, and says so. One that throws
 * says so too, and leaves the bars of the app.
 * @param Failed says so instead, where what is loaded is a part of a screen
 */
export function lazyScreen<Props extends object = RouteProps>(
  load: Load<Props>,
  Failed: ComponentType<FailedProps> = NotFetched,
): ComponentType<Props> {
  let Loaded: ComponentType<Props> | undefined;
  return function LazyScreen(props: Props) {
    const [state, setState] = useState<'loading' | 'ready' | 'failed'>(
      Loaded ? 'ready' : 'loading',
    );
    const [fault] = useErrorBoundary(reportError);
    useEffect(() => {
      if (state !== 'loading') return;
      load().then(
        async (module) => {
          await wordsHere();
          Loaded = module.default;
          setState('ready');
        },
        () => setState('failed'),
      );
    }, [state]);
    if (fault) return <Failed isBroken onRetry={() => location.reload()} />;
    if (Loaded) return <Loaded {...props} />;
    if (state === 'loading') return <Skeleton rows={3} />;
    // On a good line what is missing is of an older version: the newest page is asked for.
    return <Failed onRetry={() => (isOnline.value ? location.reload() : setState('loading'))} />;
  };
}

/** The screen cannot be shown: with the bars of the app, so that one gets away from it. */
function NotFetched(props: FailedProps) {
  return (
    <Screen title={say().notFound.failed} code="0" back="/app">
      <PartNotFetched {...props} />
    </Screen>
  );
}

/** The same within a screen. */
export function PartNotFetched({ onRetry, isBroken }: FailedProps) {
  const words = say();
  return (
    <div class="state" role="alert">
      <Icon name={isBroken ? 'warning' : 'wifiOff'} size={56} />
      <p>{isBroken ? words.notFound.broken : words.notFound.needsNetwork}</p>
      {!isBroken && <p class="earth">{words.faults.OFFLINE.nextStep}</p>}
      <Button look="main" icon="refresh" onPress={onRetry}>
        {words.states.retry}
      </Button>
    </div>
  );
}
