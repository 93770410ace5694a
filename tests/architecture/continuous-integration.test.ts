import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

interface Workflow {
  permissions: Readonly<Record<string, string>>
  jobs: Readonly<Record<string, { steps: { uses?: string; run?: string }[] }>>
}

const workflow = parse(readFileSync('.github/workflows/ci.yml', 'utf8')) as Workflow
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)

test('CI installs what the lockfile says, and audits it', () => {
  const runs = steps.flatMap(({ run }) => run ?? [])

  expect(runs).toContain('npm ci')
  expect(runs.some((run) => run.startsWith('npm audit '))).toBe(true)
  expect(runs.filter((run) => /npm (?:i|install)\b/.test(run))).toEqual([])
})

test('CI runs actions by their commit, and may only read', () => {
  const actions = steps.flatMap(({ uses }) => uses ?? [])

  expect(actions.length).toBeGreaterThan(0)
  expect(actions.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([])
  expect(workflow.permissions).toEqual({ contents: 'read' })
})
