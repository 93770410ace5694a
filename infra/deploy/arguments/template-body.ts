import { createHash } from 'node:crypto'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { partitionOf } from '../../../src/config/partitions.ts'
import { refusal } from '../problem.ts'
import type { Session } from '../aws/session.ts'
import { leaveOutWhatIsOff, readParts } from './leave-out-what-is-off.ts'
import { maxBodyBytes, type Template } from './template-file.ts'
import { templateToSend } from './template-to-send.ts'

type Body = { TemplateBody: string } | { TemplateURL: string }

type ValueOf = (parameter: string) => string | undefined

/**
 * What CloudFormation is handed in a request: the whole template while it fits, else without what these
 * values turn off.
 *
 * @param valueOf undefined for a parameter whose value is not known.
 */
export function textFor(
  { source, text, sizeBytes, parameters }: Template,
  valueOf: ValueOf,
): string {
  if (sizeBytes <= maxBodyBytes) return text
  const secrets = new Set(parameters.flatMap(({ name, noEcho }) => (noEcho ? [name] : [])))
  const known: ValueOf = (name) => (secrets.has(name) ? undefined : valueOf(name))
  return templateToSend(leaveOutWhatIsOff(source, known))
}

/**
 * Before anything is known of a stack: whether the template fits where all is off that may be.
 *
 * @throws DeployProblem for one that needs a bucket and was given none.
 */
export function checkTemplateCanFit(
  { source, sizeBytes }: Template,
  given: ValueOf,
  bucket: string | undefined,
): void {
  if (sizeBytes <= maxBodyBytes || bucket !== undefined) return
  const least = templateToSend(leaveOutWhatIsOff(source, given, 'off'))
  checkSize(least, source, given)
}

/** @throws DeployProblem that names what is on. */
function checkSize(text: string, source: string, valueOf: ValueOf): void {
  const sizeBytes = Buffer.byteLength(text)
  if (sizeBytes <= maxBodyBytes) return
  const { decided, parametersOf } = readParts(source, valueOf)
  const on = new Set([...decided].flatMap(([name, isOn]) => (isOn ? [...parametersOf(name)] : [])))
  const rather = on.size > 0 ? `, or do without some of what is on: ${[...on].join(', ')}` : ''
  throw refusal(
    `infra/template.yaml has ${sizeBytes} bytes without its comments, and CloudFormation takes ${maxBodyBytes} in a request.`,
    `Give a bucket of yours in the same region, which it is uploaded to: --template-bucket NAME${rather}.`,
  )
}

/**
 * The template itself while it fits, else where all of it was uploaded to.
 *
 * @throws DeployProblem for one that needs a bucket and was given none.
 */
export async function templateBody(
  { aws, signal }: Session,
  template: Template,
  valueOf: ValueOf,
  bucket: string | undefined,
): Promise<Body> {
  const { source, text, sizeBytes } = template
  if (sizeBytes <= maxBodyBytes || bucket === undefined) {
    const TemplateBody = textFor(template, valueOf)
    checkSize(TemplateBody, source, valueOf)
    return { TemplateBody }
  }
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
  const Key = `cognito-starter/${hash}.yaml`
  await aws.s3.send(
    new PutObjectCommand({ Bucket: bucket, Key, Body: text, ContentType: 'application/yaml' }),
    { abortSignal: signal },
  )
  const { dnsSuffix: suffix } = partitionOf(aws.region)
  return { TemplateURL: `https://${bucket}.s3.${aws.region}.${suffix}/${Key}` }
}
