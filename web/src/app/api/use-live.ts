import { useEffect, useRef, useState } from 'preact/hooks';
import { textOf, type Operation } from './graphql.js';

// A busy morning changes figures many times a second; a screen is told at most this often.
const SETTLE_MS = 1_500;

/**
 * Tells `heard` what a subscription brings, the last of each short while. A screen works without it: a proxy that lets
 * no socket through costs the liveness, never the figures.
 * @returns whether the line is open
 */
export function useLive<Data, Variables extends Readonly<Record<string, unknown>>>(
  document: Operation<Data, Variables>,
  variables: Variables,
  heard: (data: Data) => void,
): boolean {
  const [isLive, setLive] = useState(false);
  const listener = useRef(heard);
  listener.current = heard;
  const query = textOf(document);
  const asked = JSON.stringify(variables);
  useEffect(() => {
    let stop: (() => void) | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let latest: Data | undefined;
    let isMounted = true;
    void import('graphql-ws').then(({ createClient }) => {
      if (!isMounted) return;
      const client = createClient({
        url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
        retryAttempts: 100,
        on: { connected: () => setLive(true), closed: () => setLive(false) },
      });
      const leave = client.subscribe<Data>(
        { query, variables: JSON.parse(asked) as Record<string, unknown> },
        {
          next: ({ data }) => {
            if (data) latest = data;
            timer ??= setTimeout(() => {
              timer = undefined;
              if (latest) listener.current(latest);
            }, SETTLE_MS);
          },
          error: () => setLive(false),
          complete: () => setLive(false),
        },
      );
      stop = () => {
        leave();
        void client.dispose();
      };
    });
    return () => {
      isMounted = false;
      clearTimeout(timer);
      stop?.();
    };
  }, [query, asked]);
  return isLive;
}
