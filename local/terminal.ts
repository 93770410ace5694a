import type { LocalAws } from './local-aws.ts'

/** What runs where, for a person at a terminal. */
export function describeStart({ standIn, cognitoPort, s3Port, folder }: LocalAws): string {
  const { userPoolId, identityPoolId, bucket } = standIn.config()
  return [
    'The local AWS is running. Only this machine can reach it.',
    '',
    `  Cognito  http://localhost:${cognitoPort}   user pool ${userPoolId}`,
    `${' '.repeat(11 + 24)}identity pool ${identityPoolId}`,
    `  S3       http://localhost:${s3Port}   bucket ${bucket}`,
    `  Data     ${folder ?? 'in memory'}${folder === undefined ? ', gone when this stops' : ''}`,
    ...describeNotEmulated(standIn.deployment().notEmulated),
    '',
  ].join('\n')
}

export function describeNotEmulated(sentences: readonly string[]): string[] {
  if (sentences.length === 0) return []
  return ['', '  In the template, and not emulated:', ...sentences.map((each) => `  - ${each}`)]
}

export function describeInbox({ standIn, cognitoPort }: LocalAws): string {
  return [
    '  Messages that AWS would send (codes among them):',
    `    curl -H 'Authorization: Bearer ${standIn.adminToken}' http://localhost:${cognitoPort}/_local/messages`,
    '',
  ].join('\n')
}

/** One line: the template was read again. */
export function describeReload(file: string, notEmulated: readonly string[]): string {
  return [`${file} was read again.`, ...describeNotEmulated(notEmulated), ''].join('\n')
}

/** The template cannot be read, what was served before still is. */
export function describeBrokenTemplate(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  return `The template was not taken over; what ran before goes on running.\n${reason}\n`
}
