import { useState } from 'preact/hooks';
import { Fault } from '../api/fault.js';

interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A list as far as it was read. */
export interface Later<Node> {
  nodes: readonly Node[];
  /** Reads one page more; undefined at the end of the list. */
  more: (() => Promise<void>) | undefined;
  /** Why the last page did not come. */
  fault: Fault | null;
}

/** What follows the first page of a list, read from the server when it is asked for. A newer first page begins the list anew. */
export function useLater<Node>(
  first: Page<Node> | undefined,
  read: (after: string) => Promise<Page<Node>>,
): Later<Node> {
  const [later, setLater] = useState<{ of: Page<Node>; page: Page<Node> } | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const rest = later !== null && later.of === first ? later.page : undefined;
  const { hasNextPage = false, endCursor = null } = (rest ?? first)?.pageInfo ?? {};
  const nodes = [...(first?.nodes ?? []), ...(rest?.nodes ?? [])];
  if (!first || !hasNextPage || !endCursor) return { nodes, more: undefined, fault: null };
  const more = async (): Promise<void> => {
    try {
      const page = await read(endCursor);
      const longer = {
        of: first,
        page: { ...page, nodes: [...(rest?.nodes ?? []), ...page.nodes] },
      };
      // Of two presses the second asks for the same page: whichever answer comes last adds nothing to the first.
      setLater((now) => (now === later ? longer : now));
      setFault(null);
    } catch (why) {
      // The button stays, to be pressed again where there is a signal.
      if (!(why instanceof Fault)) throw why;
      setFault(why);
    }
  };
  return { nodes, more, fault };
}
