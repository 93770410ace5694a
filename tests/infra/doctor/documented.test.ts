import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { usage } from '../../../infra/doctor/usage.ts'
import { checkIds } from '../../../src/doctor/finding.ts'
import { editTemplate } from '../../support/template/edit-template.ts'
import { test } from '../../support/stand-in.ts'
import { examineApp } from './support/examine.ts'

const page = readFileSync('docs/doctor.md', 'utf8')

function firstCellsOf(heading: string): string[] {
  const [, section = ''] = page.split(`| ${heading} `)
  const rows = section.split('\n\n')[0]?.split('\n').slice(2) ?? []
  return rows.map((row) => row.split('|')[1]?.replaceAll('`', '').trim() ?? '')
}

test('docs/doctor.md has every check, in their order', () => {
  expect(firstCellsOf('check')).toEqual(checkIds)
})

test('docs/doctor.md has the options and exit codes of the usage', () => {
  const options = usage.match(/^ {2}--\w+( [A-Z]+)?/gm)?.map((option) => option.trim())

  expect([...firstCellsOf('option'), '--help']).toEqual(options)
  for (const code of firstCellsOf('exit code')) expect(usage).toContain(`\n  ${code} `)
})

test('docs/doctor.md shows the members that --json has', async ({ standIn }) => {
  editTemplate(standIn, ['AllowedMethods: [GET, HEAD, PUT, POST, DELETE]', 'AllowedMethods: [GET]'])
  const [, example = ''] = /```json\n(.*?)```/s.exec(page) ?? []
  const documented = JSON.parse(example) as Record<string, unknown> & { findings: object[] }

  const { report, finding } = await examineApp({ served: standIn.config })

  expect(Object.keys(documented)).toEqual(Object.keys(report))
  expect(Object.keys(documented.findings[0] ?? {})).toEqual(Object.keys(finding('cors') ?? {}))
})
