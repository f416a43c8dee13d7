/** What a person may agree to beside the service itself, each by itself; the service works without any of them. */
const PURPOSES = ['PUBLIC_NAME', 'NEWS'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Version of the text in force; a changed text asks again, because an old yes was to other words. */
export const CONSENT_VERSIONS: Readonly<Record<Purpose, number>> = { PUBLIC_NAME: 1, NEWS: 1 };

export interface Word {
  readonly purpose: Purpose;
  readonly version: number;
  readonly isGiven: boolean;
  readonly at: Date;
}

/** The consents as they stand: nothing said, or said to an older text, is no. */
export const consentsOf = (
  newest: readonly Word[],
): { purpose: Purpose; version: number; isGiven: boolean; since: Date | null }[] =>
  PURPOSES.map((purpose) => {
    const version = CONSENT_VERSIONS[purpose];
    const word = newest.find((one) => one.purpose === purpose && one.version === version);
    return { purpose, version, isGiven: word?.isGiven ?? false, since: word?.at ?? null };
  });
