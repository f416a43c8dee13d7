import { useEffect, useState } from 'preact/hooks';
import { SUPPLY_CHANGED } from './documents.js';

// A busy morning changes figures many times a second; the board is read again at most this often.
const SETTLE_MS = 1_500;

/**
 * Calls `refresh` when the server says that figures moved. The board works without it: a proxy that lets no socket
 * through costs the liveness, never the figures.
 */
export function useLiveSupply(refresh: () => void): boolean {
  const [isLive, setLive] = useState(false);
  useEffect(() => {
    let stop: (() => void) | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isMounted = true;
    void import('graphql-ws').then(({ createClient }) => {
      if (!isMounted) return;
      const client = createClient({
        url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
        retryAttempts: 100,
        on: { connected: () => setLive(true), closed: () => setLive(false) },
      });
      const leave = client.subscribe(
        { query: SUPPLY_CHANGED },
        {
          next: () => {
            timer ??= setTimeout(() => {
              timer = undefined;
              refresh();
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
  }, []);
  return isLive;
}
