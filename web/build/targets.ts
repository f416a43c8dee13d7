/** Oldest engines the pages must still run in: a phone that stopped updating around 2021. */
export const LOWERED_TO = ['chrome91', 'safari15', 'firefox91'];
