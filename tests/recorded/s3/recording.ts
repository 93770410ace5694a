import * as sdk from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import type { BucketConfig } from '../../../local/s3/config.ts'
import { bucketName, createTestS3, listenS3, s3Client } from '../../support/s3/s3.ts'

/** What S3 answered when somebody recorded it. */
export interface Recording {
  /** A sentence about what S3 did. */
  title: string
  /** Repository, file and name of the test that recorded it. */
  source: string
  /** `YYYY-MM-DD`, of the recording. */
  date: string
  bucket?: Partial<BucketConfig>
  steps: readonly Step[]
}

type Fields = Readonly<Record<string, unknown>>

export interface Step {
  /** As the SDK has it, e.g. `PutObject`. */
  operation: string
  /** Beside `Bucket`; what earlier answers gave comes in their order. */
  input: Fields | ((answers: readonly Answer[]) => Fields)
  /** Fields of the answer, or of the error; `undefined` for what S3 left out. */
  answer: { status: number } & Fields
}

export type Answer = { status: number } & Record<string, unknown>

/** Asks the local S3 the same, by the SDK over a socket, and compares the recorded fields. */
export function replay(recordings: readonly Recording[]): void {
  for (const { title, bucket, steps } of recordings) {
    test(`recorded of S3: ${title}`, async () => {
      const s3 = createTestS3(bucket)
      const client = s3Client(await listenS3(s3), s3.issueAdmin())
      const answers: Answer[] = []

      for (const { operation, input, answer } of steps) {
        const fields = typeof input === 'function' ? input(answers) : input
        const found = await ask(client, operation, { Bucket: bucketName, ...fields })
        answers.push(found)

        // A member that was left out is there as `undefined`, as the recording says it.
        const compared = Object.fromEntries(Object.keys(answer).map((name) => [name, found[name]]))
        expect(compared, `${operation}, step ${answers.length}`).toMatchObject(answer)
      }
    })
  }
}

async function ask(client: sdk.S3Client, operation: string, input: object): Promise<Answer> {
  const Command = sdk[`${operation}Command` as keyof typeof sdk] as unknown as new (
    input: object,
  ) => sdk.GetObjectCommand
  const isBodiless =
    /^(?:PutObject|UploadPart)$/.test(operation) && !('Body' in input && input.Body)
  const body = isBodiless ? { Body: '', ContentLength: 0 } : {}
  try {
    const { $metadata, ...fields } = await client.send(new Command({ ...body, ...input }))
    const text = await fields.Body?.transformToString()
    return {
      ...fields,
      ...(text !== undefined && { Body: text }),
      status: $metadata.httpStatusCode ?? 0,
    }
  } catch (error) {
    if (!(error instanceof sdk.S3ServiceException)) throw error
    const { $metadata, message, ...fields } = error
    return { ...fields, Message: message, Code: error.name, status: $metadata.httpStatusCode ?? 0 }
  }
}
