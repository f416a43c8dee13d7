/** A reason to stop that is told in one English and one Vietnamese sentence, without a stack trace. */
export class GiveUp extends Error {
  constructor(english, vietnamese) {
    super(`${english}\n${vietnamese}`);
  }
}

/** Runs the work; a GiveUp is told and ends the process with 1. */
export function tellAndExit(work) {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof GiveUp)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
