import { createHash } from 'node:crypto'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { partitionOf } from '../../../src/config/partitions.ts'
import { refusal } from '../problem.ts'
import type { Session } from '../aws/session.ts'
import { maxBodyBytes, type Template } from './template-file.ts'

type Body = { TemplateBody: string } | { TemplateURL: string }

/** @throws DeployProblem for a template that needs a bucket and was given none. */
export function checkTemplateFits({ sizeBytes }: Template, bucket: string | undefined): void {
  if (sizeBytes <= maxBodyBytes || bucket !== undefined) return
  throw refusal(
    `infra/template.yaml has ${sizeBytes} bytes without its comments, and CloudFormation takes ${maxBodyBytes} in a request.`,
    'Give a bucket of yours in the same region, which it is uploaded to: --template-bucket NAME',
  )
}

/** The template itself while it fits, else where it was uploaded to. */
export async function templateBody(
  { aws, signal }: Session,
  { text, sizeBytes }: Template,
  bucket: string | undefined,
): Promise<Body> {
  if (sizeBytes <= maxBodyBytes || bucket === undefined) return { TemplateBody: text }
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
  const Key = `cognito-starter/${hash}.yaml`
  await aws.s3.send(
    new PutObjectCommand({ Bucket: bucket, Key, Body: text, ContentType: 'application/yaml' }),
    { abortSignal: signal },
  )
  const { dnsSuffix: suffix } = partitionOf(aws.region)
  return { TemplateURL: `https://${bucket}.s3.${aws.region}.${suffix}/${Key}` }
}
