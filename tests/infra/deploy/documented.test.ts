import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { templateText } from './support/deployment.ts'

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

test('the parameter and the outputs that hosting goes by are the template’s', () => {
  const { Parameters, Outputs } = parseDocument(templateText, {
    logLevel: 'silent',
  }).toJS() as Record<string, object>

  expect(Object.keys(Parameters!)).toEqual(expect.arrayContaining(['Hosting', 'SiteWebAclArn']))
  expect(Object.keys(Outputs!)).toEqual(
    expect.arrayContaining([
      'SiteUrl',
      'SiteBucketName',
      'SiteDistributionId',
      'SiteDistributionDomain',
    ]),
  )
})

test('infra/README.md names every right that the command uses', () => {
  const actions = actionsCalled()

  expect(actions).toContain('CreateChangeSet')
  expect(actions).toContain('DescribeStackEvents')
  expect(actions.filter((action) => !new RegExp(`\\b${action}\\b`).test(readme))).toEqual([])
})
