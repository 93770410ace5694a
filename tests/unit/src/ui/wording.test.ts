import { readdirSync, readFileSync } from 'node:fs'
import { brandName } from '../../../../src/ui/brand.ts'
import { expect, test } from 'vitest'

const folders = ['src/ui/wording', 'src/doctor/words', 'src/console/words']

const files = folders.flatMap((folder) =>
  readdirSync(`${folder}/en`).map((name) => ({ folder, name })),
)

type Said = (...values: unknown[]) => unknown

/** Names, measures and ids, which every language writes alike. */
const sameInAll = [
  brandName,
  '2 / 2',
  '200 %',
  'Link 2',
  'RFC 10017',
  'Token in 2',
  'AWS Health Dashboard › Service health.',
  'S3 › General purpose buckets',
  'infra/template.yaml (2)',
  'infra/template.yaml:2 (2)',
]

test('every file of words is there in every language', () => {
  for (const folder of folders)
    expect(readdirSync(`${folder}/de`)).toEqual(readdirSync(`${folder}/en`))
})

test.each(files)(
  'no sentence of $folder/$name is the same in English and German',
  async ({ folder, name }) => {
    const [english, german] = await Promise.all(
      ['en', 'de'].map(async (language) => textsOf(await load(`${folder}/${language}/${name}`))),
    )

    expect([...english!.keys()]).toEqual([...german!.keys()])
    const same = [...english!].filter(([path, text]) => german!.get(path) === text)
    const sentences = same.map(([, text]) => text).filter((text) => text.includes(' '))
    expect(sentences.filter((text) => !sameInAll.includes(text))).toEqual([])
  },
)

test.each(files)(
  'German of $folder/$name has German quotation marks and no English word',
  ({ folder, name }) => {
    const text = readFileSync(`${folder}/de/${name}`, 'utf8').replace(/^import .*$/gm, '')

    expect(text).not.toMatch(/“[A-Z]|[^\s„].*”/)
    // What is in quotation marks is a label of AWS's, and what is behind › is its console.
    const own = text.replace(/[\w/-]+\.md|„[^“]*“|›[^.,;:)'`]*/g, '')
    expect(own.match(/\b(the|and|your|with|this|is not|cannot)\b/gi)).toBeNull()
  },
)

async function load(path: string): Promise<unknown> {
  return import(/* @vite-ignore */ `../../../../${path}`)
}

/** Every text by its path; of what is put together, what it says of sample values. */
function textsOf(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]])
  if (typeof value === 'function') return textsOf(said(value as Said), `${path}()`)
  if (typeof value !== 'object' || value === null) return new Map()
  return new Map(
    Object.entries(value).flatMap(([key, part]) => [...textsOf(part, `${path}.${key}`)]),
  )
}

/** The first kind of value that a text takes is its own. */
function said(say: Said): unknown {
  for (const sample of [2, 'x', ['x']]) {
    try {
      return say(sample, sample, sample, sample)
    } catch {
      // It wants another kind.
    }
  }
  throw new Error(`No sample fits ${String(say)}.`)
}
