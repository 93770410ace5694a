import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createBuild } from '../../../../infra/deploy/site/build-app.ts'
import { temporaryFolder } from '../../../support/node/temporary-folder.ts'

test('what does not build is said in the words of the build, and how to go on', async () => {
  const build = createBuild(process.env)
  const settings = new Map([['VITE_USER_POOL_ID', 'not one']])
  const { signal } = new AbortController()

  const building = build({ outDir: temporaryFolder(), settings, signal })

  await expect(building).rejects.toMatchObject({
    name: 'DeployProblem',
    message: expect.stringContaining('VITE_USER_POOL_ID'),
    remedy: expect.stringContaining('the site is as it was'),
  })
})

test('a build that is interrupted is gone when that is said', async () => {
  const build = createBuild(process.env)
  const interruption = new AbortController()
  const outDir = temporaryFolder()
  const building = build({ outDir, settings: new Map(), signal: interruption.signal })
  interruption.abort()

  await expect(building).rejects.toMatchObject({ name: 'AbortError' })
  expect(readdirSync(outDir)).toEqual([])
})
