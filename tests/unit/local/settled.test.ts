import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createStandIn } from '../../../local/stand-in.ts'
import { createTestRuntime } from '../../support/core/test-runtime.ts'

test.for(['cognito', 's3'] as const)(
  'an answer of %s waits until what it acknowledges is durable',
  async (name) => {
    const runtime = createTestRuntime()
    const order: string[] = []
    let settle = () => {}
    const asked = new Promise<void>((called) => {
      const durable = new Promise<void>((resolve) => (settle = resolve))
      runtime.store = {
        ...runtime.store,
        settled: () => {
          called()
          return durable
        },
      }
    })
    const standIn = await createStandIn(
      {
        template: { text: readFileSync('infra/template.yaml', 'utf8'), file: 't.yaml' },
        cognitoUrl: 'http://localhost:9229',
        s3Url: 'http://localhost:9230',
        adminToken: 'a-token-of-sixteen',
        fetch: () => Promise.reject(new Error('no network')),
      },
      runtime,
    )

    const answered = standIn[name](new Request('http://localhost:9229/')).then(() => {
      order.push('answered')
    })
    await asked
    order.push('durable')
    settle()
    await answered

    expect(order).toEqual(['durable', 'answered'])
  },
)
