import { createHash } from 'node:crypto'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { partitionOf } from '../../../src/config/partitions.ts'
import { refusal } from '../problem.ts'
import type { Session } from '../aws/session.ts'
import { leaveOutWhatIsOff, readParts } from './leave-out-what-is-off.ts'
import { maxBodyBytes, type Template } from './template-file.ts'
import { templateToSend } from './template-to-send.ts'

type Body = { TemplateBody: string } | { TemplateURL: string }

/** Undefined for a parameter whose value is not known. */
type ValueOf = (parameter: string) => string | undefined

/** Comments, indents and broken lines are a fifth of a template: beyond it is too long without them, too. */
const surelyTooLongBytes = maxBodyBytes * 1.5

/**
 * What CloudFormation is handed in a request: the whole template while it fits, else without what these
 * values turn off.
 */
export function textFor(template: Template, valueOf: ValueOf): string {
  if (isShort(template)) return template.text()
  return templateToSend(leaveOutWhatIsOff(template.source, withoutSecrets(template, valueOf)))
}

/** Of a run, which asks before it knows the stack, and again: mostly for the same. */
export interface TemplateSender {
  /** @throws DeployProblem for what needs a bucket, wherever the stack has more on than is given. */
  checkCanFit: (given: ValueOf, defaults: ValueOf) => void
  /** @throws DeployProblem for what needs a bucket and was given none. */
  bodyFor: (session: Session, valueOf: ValueOf) => Promise<Body>
}

/** @param bucket for what does not fit into a request. */
export function createTemplateSender(
  template: Template,
  bucket: string | undefined,
): TemplateSender {
  let last: { off: string; text: string } | undefined

  function textOnce(valueOf: ValueOf): string {
    const { decided } = readParts(template.source, withoutSecrets(template, valueOf))
    const off = JSON.stringify([...decided])
    if (last?.off !== off) last = { off, text: textFor(template, valueOf) }
    return last.text
  }

  return {
    checkCanFit(given, defaults) {
      if (bucket !== undefined) return
      if (fits(textOnce((name) => given(name) ?? defaults(name)))) return
      const { source } = template
      checkSize(templateToSend(leaveOutWhatIsOff(source, given, 'off')), source, given)
    },
    async bodyFor(session, valueOf) {
      if (bucket !== undefined && !isShort(template)) {
        return { TemplateURL: await upload(session, template.text(), bucket) }
      }
      const TemplateBody = textOnce(valueOf)
      checkSize(TemplateBody, template.source, valueOf)
      return { TemplateBody }
    },
  }
}

function fits(text: string): boolean {
  return Buffer.byteLength(text) <= maxBodyBytes
}

function isShort(template: Template): boolean {
  return Buffer.byteLength(template.source) <= surelyTooLongBytes && fits(template.text())
}

function withoutSecrets({ parameters }: Template, valueOf: ValueOf): ValueOf {
  const secrets = new Set(parameters.flatMap(({ name, noEcho }) => (noEcho ? [name] : [])))
  return (name) => (secrets.has(name) ? undefined : valueOf(name))
}

/** @throws DeployProblem that names what is on. */
function checkSize(text: string, source: string, valueOf: ValueOf): void {
  if (fits(text)) return
  const { decided, parametersOf } = readParts(source, valueOf)
  const on = new Set([...decided].flatMap(([name, isOn]) => (isOn ? [...parametersOf(name)] : [])))
  const rather = on.size > 0 ? `, or do without some of what is on: ${[...on].join(', ')}` : ''
  throw refusal(
    `infra/template.yaml has ${Buffer.byteLength(text)} bytes without its comments, and CloudFormation takes ${maxBodyBytes} in a request.`,
    `Give a bucket of yours in the same region, which it is uploaded to: --template-bucket NAME${rather}.`,
  )
}

/** @returns where all of it lies. */
async function upload({ aws, signal }: Session, text: string, bucket: string): Promise<string> {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
  const Key = `cognito-starter/${hash}.yaml`
  await aws.s3.send(
    new PutObjectCommand({ Bucket: bucket, Key, Body: text, ContentType: 'application/yaml' }),
    { abortSignal: signal },
  )
  const { dnsSuffix: suffix } = partitionOf(aws.region)
  return `https://${bucket}.s3.${aws.region}.${suffix}/${Key}`
}
