import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { triggers, type TriggerName } from '../../local/user-pools/triggers/trigger-table.ts'

interface TriggerEvent {
  triggerSource: string
  userName: string
  request: object
  response: object
}

/** A trigger's section: what comes, a function, and what it leaves. */
interface Section {
  name: TriggerName
  request: object
  source: string
  response: object
}

function readSections(): Section[] {
  const [, ...sections] = readFileSync('docs/triggers.md', 'utf8').split(/^## /m)
  return sections.map((section) => {
    const blocks = [...section.matchAll(/^```\w+\n([\s\S]+?)^```$/gm)].map(
      ([, block = '']) => block,
    )
    const [request = '', source = '', response = ''] = blocks
    return {
      name: section.slice(0, section.indexOf('\n')) as TriggerName,
      request: JSON.parse(request) as object,
      source,
      response: JSON.parse(response) as object,
    }
  })
}

const sections = readSections()
/** Runs with its library and a key in tests/contract/lambda/custom-senders.test.ts. */
const withKey: TriggerName = 'CustomEmailSender'

test('docs/triggers.md has a section for each trigger that runs', () => {
  expect(sections.map(({ name }) => name).toSorted()).toEqual(Object.keys(triggers).toSorted())
})

test.for(sections.filter(({ name }) => name !== withKey))(
  'the example of $name does what docs/triggers.md says',
  async (section) => {
    const { name, request, source, response } = section
    const exports: { handler?: (event: TriggerEvent) => Promise<TriggerEvent> } = {}
    const console = { log: () => undefined }
    runInNewContext(source, { exports, console })
    const triggerSource = `${name}_${triggers[name].sources[0]}`
    const event = {
      triggerSource,
      userName: 'ada',
      request,
      response: { ...triggers[name].response },
    }

    const returned = await exports.handler?.(structuredClone(event))

    expect(returned?.response).toEqual(response)
  },
)

test('the picture of docs/triggers.md has each of them in its place', () => {
  const [, picture = ''] =
    /```mermaid\n([\s\S]+?)```/.exec(readFileSync('docs/triggers.md', 'utf8')) ?? []

  expect(Object.keys(triggers).filter((name) => !picture.includes(name))).toEqual([])
})
