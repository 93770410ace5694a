/** What the clock's page says. */
export const clockWords = {
  title: 'Clock',
  intro:
    'The local AWS goes by a clock of its own: codes, tokens, sessions, credentials, temporary passwords and lock-outs end by it. This computer’s clock stays as it is.',
  now: 'The time in the local AWS',
  inTime: 'As on this computer.',
  ahead: (by: string) => `${by} ahead of this computer.`,
  behind: (by: string) => `${by} behind this computer.`,
  moved: 'The clock is set.',
  reached: (what: string) => `The clock is at the end of ${what}.`,
  ends: {
    code: 'a code',
    session: 'a sign-in that was begun',
    'access-token': 'an access token',
    'refresh-token': 'a refresh token',
    credentials: 'temporary credentials',
    'temporary-password': 'a temporary password',
  },
  toNext: 'To the next end of anything',
  toNextHint:
    'To the second in which the next code, begun sign-in, token, set of temporary credentials or temporary password is over.',
  toNextButton: 'Go to the next expiry',
  forward: 'Forward',
  by: 'Or by',
  byHint: 'Less than nothing leads back.',
  unit: 'Unit',
  unitNames: { minutes: 'minutes', hours: 'hours', days: 'days' },
  units: {
    days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
    hours: (count: number) => (count === 1 ? '1 hour' : `${count} hours`),
    minutes: (count: number) => (count === 1 ? '1 minute' : `${count} minutes`),
    seconds: (count: number) => (count === 1 ? '1 second' : `${count} seconds`),
  },
  go: 'Move the clock',
  back: 'Back to this computer’s time',
  backHint:
    'What was made meanwhile is then from the future: tokens are refused until their time has come.',
  backButton: 'Set it back',
}
