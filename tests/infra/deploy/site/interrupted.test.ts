import { expect, test } from 'vitest'
import { builtApp, nextApp } from '../support/built-app.ts'
import type { RunSetup } from '../support/deployment.ts'
import { startHosting } from '../support/hosted-deployment.ts'

function interruptAt(call: string): RunSetup {
  return {
    onCall(made, interrupt) {
      if (made === call) interrupt()
    },
  }
}

test('Ctrl-C while the app is built leaves the site as it was, and the next run finishes', async () => {
  const { aws, host, keys } = await startHosting()
  const interrupted = await host({ onBuild: (_, interrupt) => interrupt() })
  expect(interrupted.problem).toMatchObject({ exitCode: 130 })
  expect(interrupted.problem?.remedy).toContain('The stack is deployed, and the site is as it was.')
  expect(aws.calls).not.toContain('PutObject')

  const { problem } = await host()

  expect(problem).toBeUndefined()
  expect(keys()).toEqual(Object.keys(builtApp).sort())
})

test('Ctrl-C between assets leaves no page that would miss one, and the next run sends the rest', async () => {
  const { aws, host, keys } = await startHosting()
  await host()
  const interrupted = await host({
    app: nextApp,
    ...interruptAt('PutObject assets/index-DUwsbN.js'),
  })
  expect(interrupted.problem).toMatchObject({ exitCode: 130 })
  expect(interrupted.problem?.remedy).toContain('The site still serves what it did before.')
  expect(aws.cloudFront.invalidations).toHaveLength(1)

  const { problem, text } = await host({ app: nextApp })

  expect(problem).toBeUndefined()
  expect(text).toMatch(/Uploaded [34] of 9 files/)
  expect(keys()).toContain('assets/index-DUwsbN.js')
  expect(aws.cloudFront.invalidations).toHaveLength(2)
})

test('Ctrl-C between pages leaves each one whole, and the next run sends the others', async () => {
  const { aws, host, keys } = await startHosting()
  const interrupted = await host(interruptAt('PutObject index.html'))
  expect(interrupted.problem?.remedy).toContain('each is whole')
  expect(keys()).toContain('assets/index-CUwsbN.js')

  const { problem } = await host()

  expect(problem).toBeUndefined()
  expect(keys()).toEqual(Object.keys(builtApp).sort())
  expect(aws.cloudFront.invalidations.at(-1)?.paths).toContain('/index.html')
})

test('Ctrl-C before the invalidation does not lose it', async () => {
  const { aws, host } = await startHosting()
  await host()
  const interrupted = await host({
    app: nextApp,
    onCall(call, interrupt) {
      if (call !== 'CreateInvalidation') return
      interrupt()
      aws.faults.push({ action: call, code: 'InternalError', status: 500, message: 'x', times: 1 })
    },
  })
  expect(interrupted.problem?.remedy).toContain('CloudFront may still serve some copies')
  expect(aws.cloudFront.invalidations).toHaveLength(1)

  const { problem, text } = await host({ app: nextApp })

  expect(problem).toBeUndefined()
  expect(text).toContain('All files are there already.')
  expect(aws.cloudFront.invalidations).toHaveLength(2)
  expect(aws.cloudFront.invalidations.at(-1)?.paths).toContain('/sign-in')
})

test('Ctrl-C while CloudFront is at work is taken up by the next run, with the same request', async () => {
  const { aws, host } = await startHosting()
  const interrupted = await host({
    onPause(interrupt) {
      if (aws.cloudFront.invalidations.length > 0) interrupt()
    },
  })
  expect(interrupted.problem).toMatchObject({ exitCode: 130 })
  aws.calls.length = 0

  const { problem, text } = await host()

  expect(problem).toBeUndefined()
  expect(text).toContain('CloudFront has dropped its copies of 9 paths.')
  expect(aws.cloudFront.invalidations).toHaveLength(1)
  const third = await host()
  expect(third.text).toContain('nothing to upload')
})

test('what changes after an interruption is invalidated together with what was not', async () => {
  const { aws, host } = await startHosting()
  await host()
  await host({ app: { ...builtApp, 'early.js': 'other' }, ...interruptAt('CreateInvalidation') })

  await host({ app: { ...builtApp, 'early.js': 'other', 'config.json': '{}' } })

  expect(aws.cloudFront.invalidations.at(-1)?.paths).toEqual(['/config.json', '/early.js'])
})

test('files of a build that was never finished go as well, in time', async () => {
  const { aws, host, keys } = await startHosting()
  await host()
  await host({ app: nextApp, ...interruptAt('PutObject app.html') })
  await host()
  expect(keys()).toContain('assets/index-DUwsbN.js')
  aws.advance(31 * 24 * 3_600_000)

  await host()

  expect(keys()).toEqual(Object.keys(builtApp).sort())
})

test('Ctrl-C while old files are removed is taken up by the next run', async () => {
  const { aws, host, keys } = await startHosting()
  await host()
  await host({ app: nextApp })
  aws.advance(31 * 24 * 3_600_000)
  const interrupted = await host({ app: nextApp, ...interruptAt('DeleteObjects') })
  expect(interrupted.problem).toMatchObject({ exitCode: 130 })

  const { problem } = await host({ app: nextApp })

  expect(problem).toBeUndefined()
  expect(keys()).toEqual(Object.keys(nextApp).sort())
})
