import type { NotDone } from '../api/use-deed.js';

/** What the server refused about one of these inputs, to be said at the field where it is typed. */
export const saidAt = (said: NotDone | null, ...inputs: readonly string[]): string | undefined =>
  said?.field && inputs.includes(said.field) ? `${said.message} ${said.nextStep}` : undefined;

/** What was refused about anything else, to be said above the button. */
export const saidElsewhere = (
  said: NotDone | null,
  ...inputs: readonly string[]
): NotDone | null => (saidAt(said, ...inputs) === undefined ? said : null);
