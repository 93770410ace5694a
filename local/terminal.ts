import type { LocalAws } from './local-aws.ts'

/** What runs where, for a person at a terminal. */
export function describeStart({ standIn, cognitoPort, s3Port, folder }: LocalAws): string {
  const { userPoolId, bucket } = standIn.config()
  return [
    '  Local AWS: runs here, answers this machine only, needs no account.',
    '',
    `    Cognito  http://localhost:${cognitoPort}  user pool ${userPoolId}`,
    `    S3       http://localhost:${s3Port}  bucket ${bucket}`,
    `    Data     ${folder === undefined ? 'in memory, gone when this stops' : `${folder} (delete it to start afresh)`}`,
    ...describeNotEmulated(standIn.deployment().notEmulated),
    '',
  ].join('\n')
}

/** Where the codes are that AWS would send. */
export function describeInbox({ standIn, cognitoPort }: LocalAws): string {
  return `    curl -H 'Authorization: Bearer ${standIn.adminToken}' http://localhost:${cognitoPort}/_local/messages\n`
}

/** The template was read again. */
export function describeReload(file: string, notEmulated: readonly string[]): string {
  return [
    `${file} was read again and is served now.`,
    ...describeNotEmulated(notEmulated),
    '',
  ].join('\n')
}

/** The template cannot be read; what was served before still is. */
export function describeBrokenTemplate(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  return `The template was not taken over; the one before goes on being served.\n${reason}\n`
}

function describeNotEmulated(sentences: readonly string[]): string[] {
  if (sentences.length === 0) return []
  return ['', '    Not emulated:', ...sentences.map((each) => `    - ${each}`)]
}
