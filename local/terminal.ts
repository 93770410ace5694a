import type { LocalAws } from './local-aws.ts'

/** What runs where, for a person at a terminal. */
export function describeStart(localAws: LocalAws): string {
  const { standIn, cognitoUrl, s3Url, folder } = localAws
  const { userPoolId, bucket } = standIn.config()
  return [
    '  Local AWS: runs here, answers this machine only, needs no account.',
    '',
    `    Cognito  ${cognitoUrl}  user pool ${userPoolId}`,
    `    S3       ${s3Url}  ${bucket === undefined ? 'no bucket for profiles' : `bucket ${bucket}`}`,
    `    Data     ${folder === undefined ? 'in memory, gone when this stops' : `${folder} (delete it to start afresh)`}`,
    ...describeCertificate(localAws),
    ...describeNotEmulated(standIn.deployment().notEmulated),
    '',
  ].join('\n')
}

/** Programs read whom to trust as they start, each by a variable of its own; browsers ask. */
function describeCertificate({ certificateFile, cognitoUrl, s3Url }: LocalAws): string[] {
  if (certificateFile === undefined) return []
  return [
    `    TLS      ${certificateFile}, which a client has to be told of before it starts:`,
    `             NODE_EXTRA_CA_CERTS for Node, AWS_CA_BUNDLE for the AWS CLI and boto3,`,
    `             REQUESTS_CA_BUNDLE or SSL_CERT_FILE for other Python, curl --cacert`,
    `             In a browser open ${cognitoUrl} and ${s3Url} once, and accept each.`,
  ]
}

/** Where the codes are that AWS would send: for a browser, and for a script. */
export function describeInbox({ standIn, cognitoUrl, certificateFile }: LocalAws): string {
  const { local } = standIn.config()
  const trusting = certificateFile === undefined ? '' : ` --cacert '${certificateFile}'`
  return `    Inbox: ${local?.consoleUrl ?? ''}\n    curl${trusting} -H 'Authorization: Bearer ${standIn.adminToken}' ${cognitoUrl}/_local/messages\n`
}

/**
 * The administrator's key, in a line that uses it. A secret is shown to a terminal alone, where who
 * started this sits: what goes into a file or a pipe may be kept and passed on. One that was given in
 * variables is known to whoever gave it.
 */
export function describeAdministrator(
  { standIn, cognitoUrl, certificateFile }: LocalAws,
  { isGiven, isTerminal }: { isGiven: boolean; isTerminal: boolean },
): string {
  const { accessKeyId, secretAccessKey } = standIn.administrator
  const { region, userPoolId } = standIn.config()
  const trusting = certificateFile === undefined ? '' : `AWS_CA_BUNDLE='${certificateFile}' `
  const key = isGiven
    ? ['$LOCAL_AWS_ACCESS_KEY_ID', '$LOCAL_AWS_SECRET_ACCESS_KEY']
    : [accessKeyId, isTerminal ? secretAccessKey : '…']
  return [
    '  An administrator, for the AWS CLI and the SDKs:',
    `    ${trusting}AWS_ACCESS_KEY_ID=${key[0] ?? ''} AWS_SECRET_ACCESS_KEY=${key[1] ?? ''} aws --endpoint-url ${cognitoUrl} --region ${region} cognito-idp list-users --user-pool-id ${userPoolId}`,
    ...(isGiven || isTerminal
      ? []
      : [
          '    Its secret is shown in a terminal only. Scripts set LOCAL_AWS_ACCESS_KEY_ID and',
          '    LOCAL_AWS_SECRET_ACCESS_KEY, or read the ready line of `npm run local`.',
        ]),
    '',
  ].join('\n')
}

/** An app client of the template, as the ready line has it. */
interface ShownAppClient {
  userPoolId: string
  name: string
  id: string
  /** Of a confidential client. */
  secret?: string
}

/** In the order of the template. */
export function appClients({ standIn }: Pick<LocalAws, 'standIn'>): ShownAppClient[] {
  return standIn.deployment().userPools.flatMap(({ id: userPoolId, clients }) =>
    clients.map(({ name, id, secret }) => ({
      userPoolId,
      name,
      id,
      ...(secret !== undefined && { secret }),
    })),
  )
}

/** Who may ask the pools. Secrets are shown as the administrator's is: to a terminal alone. */
export function describeAppClients(
  clients: readonly ShownAppClient[],
  { isTerminal }: { isTerminal: boolean },
): string {
  const width = Math.max(0, ...clients.map(({ name }) => name.length))
  const hasSecrets = clients.some(({ secret }) => secret !== undefined)
  return [
    '  App clients:',
    ...clients.map(({ name, id, secret, userPoolId }) => {
      const shown = secret === undefined ? '' : `  secret ${isTerminal ? secret : '…'}`
      return `    ${name.padEnd(width)}  ${id}${shown}  of ${userPoolId}`
    }),
    ...(hasSecrets && !isTerminal
      ? ['    Secrets are shown in a terminal only, and in the ready line of `npm run local`.']
      : []),
    '',
  ].join('\n')
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
