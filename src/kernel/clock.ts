/** Where the time comes from. Injected, so that a test can stand at 05:29:59 on any morning. */
export abstract class Clock {
  abstract now(): Date;
}
