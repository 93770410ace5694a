import type { attributeProblemWords, troubleWords } from '#words/profile-problems'

/** What `problem-checks.ts` is for accounts, for what goes wrong with a profile. */
export const checkOfTrouble = {
  offline: null,
  unreachable: 'cors',
  busy: null,
  expired: 'identity-pool',
  signedOut: 'identity-pool',
  denied: 'role',
  notConfigured: 'configuration',
  noIdentityPool: 'identity-pool',
  noRole: 'identity-pool',
  noBucket: 'bucket',
  wrongRegion: 'region',
  clock: 'clock',
  tooLarge: null,
  cancelled: null,
  conflict: null,
  unknown: null,
  notLoaded: null,
  encoding: null,
} as const satisfies Record<keyof typeof troubleWords, string | null>

export const checkOfAttributeProblem: Readonly<
  Record<keyof typeof attributeProblemWords, string | null>
> = {
  value: null,
  notKept: null,
  notWritable: null,
  wrongPool: 'app-client',
  trigger: null,
}
