const remedy = {
  text: 'Have the clock of this computer set by itself (from a time server), check its time zone too, and sign in again.',
  console: 'Your computer’s settings › Date and time › Set the time automatically',
}

export const clockWords = {
  ok: (evidence: string) => ({ summary: 'The clock of this computer is right.', evidence }),
  wrong: (skewMs: number, evidence: string) => ({
    summary: `The clock of this computer is ${duration(skewMs)} ${skewMs > 0 ? 'ahead' : 'behind'}.`,
    evidence: `${evidence} S3 refuses requests whose time is more than 15 minutes off (RequestTimeTooSkewed), and tokens look expired too early or too late.`,
    remedy,
  }),
  compared: (source: string, skewMs: number) =>
    Math.abs(skewMs) < 2000
      ? `It agrees with ${source}.`
      : `By ${source} it is ${duration(skewMs)} ${skewMs > 0 ? 'ahead' : 'behind'}.`,
  sources: {
    cognito: 'the Date of Cognito’s answer',
    own: 'the Date of the answer of the app’s own server',
    token: 'the time at which the ID token was issued',
  },
  untold: {
    summary: 'Nothing was there to compare the clock of this computer with.',
    evidence:
      'Neither Cognito nor the app’s own server answered with a Date that can be read here, and nobody is signed in.',
    remedy: { ...remedy, text: 'Compare it with a clock that you trust, to the minute.' },
  },
}

function duration(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000)
  if (seconds < 120) return count(seconds, 'second')
  const minutes = Math.round(seconds / 60)
  if (minutes < 120) return count(minutes, 'minute')
  const hours = Math.round(minutes / 60)
  return hours < 48 ? count(hours, 'hour') : count(Math.round(hours / 24), 'day')
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`
}
