import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const readme = readFileSync('infra/README.md', 'utf8')

function actionsCalled(): string[] {
  const sources = readdirSync('infra/deploy', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(`infra/deploy/${name}`, 'utf8'))
    .join('\n')
  const commands = [...sources.matchAll(/new (\w+)Command\(/g)].map(([, action]) => action!)
  const pages = [...sources.matchAll(/= paginate(\w+)\(/g)].map(([, action]) => action!)
  return [...new Set([...commands, ...pages])].sort()
}

test('infra/README.md names every right that the command uses', () => {
  const actions = actionsCalled()

  expect(actions).toContain('CreateChangeSet')
  expect(actions).toContain('DescribeStackEvents')
  expect(actions.filter((action) => !new RegExp(`\\b${action}\\b`).test(readme))).toEqual([])
})
