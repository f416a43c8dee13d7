/** Oldest engines the pages must still run in: an Android 5 phone, an iPhone 6s. */
export const LOWERED_TO = ['chrome95', 'safari15.4', 'firefox95'];
