import { LineCounter, parseDocument } from 'yaml'
import { NodeReader } from './node-reader.ts'
import { Refusal } from './problem.ts'
import type { SecondStep, Seed, SeedGroup, SeedObject, SeedPerson } from './seed-file.ts'

const steps: readonly SecondStep[] = ['sms', 'email']

/**
 * Reads YAML, or JSON, which is YAML too.
 *
 * @throws Refusal that has every problem with its line, and no password.
 */
export function readSeed(text: string, file: string): Seed {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent' })
  const problems: { line: number; what: string }[] = document.errors.map(({ pos, code }) => ({
    line: lines.linePos(pos[0]).line,
    what: `is no YAML (${code}).`,
  }))
  const say = (line: number, what: string) => problems.push({ line, what })
  const root = new NodeReader(document.contents, 'The file', lines, say)
  const seed: Seed = {
    groups: root.maps('groups').map(readGroup),
    people: root.maps('people').map(readPerson),
    objects: root.maps('objects').map(readObject),
  }
  root.checkNames()
  sayTwice(seed.groups.map(({ line, name }) => ({ line, name: `group ${name}` })))
  sayTwice(seed.people.map(({ line, username }) => ({ line, name: username })))
  sayTwice(seed.objects.map(({ line, key }) => ({ line, name: key })))

  function sayTwice(all: readonly { line: number; name: string }[]): void {
    const seen = new Set<string>()
    for (const { line, name } of all) {
      if (seen.has(name)) say(line, `${name} is there twice.`)
      seen.add(name)
    }
  }

  if (problems.length === 0) return seed
  const said = problems
    .sort((one, other) => one.line - other.line)
    .map(({ line, what }) => `${file}:${line}: ${what}`)
  throw new Refusal(said.join('\n'), 'Mend the file, then run this again.')
}

function readGroup(reader: NodeReader): SeedGroup {
  const description = reader.text('description')
  const precedence = reader.whole('precedence')
  const roleArn = reader.text('roleArn')
  const group = {
    line: reader.line,
    name: required(reader, 'name'),
    ...(description !== undefined && { description }),
    ...(precedence !== undefined && { precedence }),
    ...(roleArn !== undefined && { roleArn }),
  }
  reader.checkNames()
  return group
}

function readPerson(reader: NodeReader): SeedPerson {
  const attributes = reader.textsByName('attributes')
  const email = reader.text('email')
  const username = reader.text('username') ?? email
  if (username === undefined) reader.problem('needs an email, or a username.')
  const password = reader.text('password')
  const isTemporary = reader.truth('temporary')
  if (isTemporary && password === undefined) reader.problem('is temporary without a password.')
  const secondSteps = reader.texts('secondSteps')
  const isKnown = (step: string): step is SecondStep => (steps as readonly string[]).includes(step)
  if (!secondSteps.every(isKnown)) {
    reader.problem('secondSteps are sms and email; an app or a passkey takes the person.')
  }
  const person = {
    line: reader.line,
    username: username ?? '',
    attributes: email === undefined ? attributes : { email, email_verified: 'true', ...attributes },
    ...(password !== undefined && { password: { text: password, isTemporary } }),
    groups: reader.texts('groups'),
    isDisabled: reader.truth('disabled'),
    secondSteps: secondSteps.filter(isKnown),
  }
  for (const account of reader.maps('providers')) checkAccount(account)
  reader.checkNames()
  return person
}

/** Of the local Google and its like, which read it themselves. In a user pool nothing comes of it. */
function checkAccount(reader: NodeReader): void {
  required(reader, 'name')
  required(reader, 'subject')
  reader.truth('emailVerified')
  reader.truth('withoutEmail')
  reader.text('postalCode')
  reader.checkNames()
}

function readObject(reader: NodeReader): SeedObject {
  const text = reader.text('text')
  const file = reader.text('file')
  if ((text === undefined) === (file === undefined)) {
    reader.problem('needs a text or a file, and one of them.')
  }
  const object = {
    line: reader.line,
    key: required(reader, 'key'),
    contentType:
      reader.text('contentType') ??
      (file === undefined ? 'text/plain; charset=utf-8' : 'application/octet-stream'),
    body: file === undefined ? { text: text ?? '' } : { file },
  }
  reader.checkNames()
  return object
}

function required(reader: NodeReader, key: string): string {
  const text = reader.text(key)
  if (text === undefined || text === '') reader.problem(`needs a ${key}.`)
  return text ?? ''
}
