import { expect, test } from 'vitest'
import { createFaults } from '../../../../local/local-api/faults/faults.ts'
import { systemRandom } from '../../../../local/node/system-random.ts'
import { createTestClock } from '../../../support/core/clock.ts'

test('a slow service is asked once the time is over, and not before', async () => {
  const waiting: { work: () => void; afterMs: number }[] = []
  const faults = createFaults({
    random: systemRandom,
    clock: createTestClock(),
    setSkew: () => undefined,
    timer(work, afterMs) {
      waiting.push({ work, afterMs })
      return () => undefined
    },
    nameOf: () => ({ service: 'cognito-idp', operation: 'SignUp' }),
    s3Cors: () => ({}),
  })
  faults.add([{ kind: 'slow', delayMs: 3000, share: 1 }])
  let asked = 0
  const next = () => {
    asked += 1
    return Promise.resolve(new Response('done'))
  }

  const answering = faults.interceptor(new Request('http://localhost/'), next, 'cognito')
  expect([asked, waiting.map(({ afterMs }) => afterMs)]).toEqual([0, [3000]])
  waiting[0]?.work()

  expect(await (await answering).text()).toBe('done')
  expect(asked).toBe(1)
})
