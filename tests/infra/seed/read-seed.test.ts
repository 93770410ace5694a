import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readSeed } from '../../../infra/seed/read-seed.ts'

function problemsOf(text: string): string[] {
  try {
    readSeed(text, 'seed.yaml')
  } catch (error) {
    return (error as Error).message.split('\n')
  }
  return []
}

test('a person of an address is verified unless the file says otherwise', () => {
  const { people } = readSeed(
    `people:
  - email: ada@example.com
    attributes: { name: Ada, 'custom:level': 3 }
  - email: bob@example.com
    attributes: { email_verified: false }
  - username: carol`,
    'seed.yaml',
  )

  expect(people.map(({ username, attributes }) => [username, attributes])).toEqual([
    [
      'ada@example.com',
      { email: 'ada@example.com', email_verified: 'true', name: 'Ada', 'custom:level': '3' },
    ],
    ['bob@example.com', { email: 'bob@example.com', email_verified: 'false' }],
    ['carol', {}],
  ])
})

test('JSON is read as well', () => {
  expect(readSeed('{"groups": [{"name": "editors", "precedence": 0}]}', 'seed.json')).toEqual({
    groups: [{ line: 1, name: 'editors', precedence: 0 }],
    people: [],
    objects: [],
  })
})

test('every problem is said by its line and its name, and none with a password', () => {
  const text = `groups:
  - description: Nobody
    precedence: -1
people:
  - email: ada@example.com
    pasword: Hidden-word-1
  - attributes: { name: [a] }
    password: 12345678
  - email: bob@example.com
    secondSteps: [totp]
    temporary: true
  - email: bob@example.com
objects:
  - key: a.txt
  - key: b.txt
    text: b
    file: b.txt
else: 1`

  const problems = problemsOf(text)

  expect(problems).toEqual([
    'seed.yaml:2: groups[1] needs a name.',
    'seed.yaml:3: groups[1] precedence must be a whole number, from 0.',
    'seed.yaml:6: people[1] pasword means nothing here.',
    'seed.yaml:7: people[2] attributes.name must be text.',
    'seed.yaml:7: people[2] needs an email, or a username.',
    'seed.yaml:8: people[2] password must be text: put it in quotes.',
    'seed.yaml:9: people[3] is temporary without a password.',
    'seed.yaml:9: people[3] secondSteps are sms and email; an app or a passkey takes the person.',
    'seed.yaml:12: bob@example.com is there twice.',
    'seed.yaml:14: objects[1] needs a text or a file, and one of them.',
    'seed.yaml:15: objects[2] needs a text or a file, and one of them.',
    'seed.yaml:18: The file else means nothing here.',
  ])
})

test.each([
  ['people: {}', 'seed.yaml:1: The file people must be a list.'],
  ['- a', 'seed.yaml:1: The file must be a map of names and values.'],
  ['people: [ada]', 'seed.yaml:1: people[1] must be a map of names and values.'],
])('%j is refused', (text, problem) => {
  expect(problemsOf(text)).toContain(problem)
})

test('what is no YAML is refused by its line', () => {
  expect(problemsOf('people:\n  - email: "ada')[0]).toMatch(/^seed\.yaml:2: is no YAML \(/)
})

test('the sample of the repository is whole', () => {
  const { people, groups, objects } = readSeed(
    readFileSync('infra/seed/sample.yaml', 'utf8'),
    'sample.yaml',
  )

  expect([groups.length, people.length, objects.length]).toEqual([1, 3, 1])
})

test('the sample people of the local providers stand in such a file', () => {
  const file = 'local/social-providers/people/sample-people.json'

  const { people } = readSeed(readFileSync(file, 'utf8'), file)

  expect(people.map(({ username }) => username)).toEqual([
    'ada@example.com',
    'grace@example.com',
    'alan@example.com',
  ])
})

test('an account at a provider that is not whole is said by its line', () => {
  const text =
    'people:\n  - email: ada@example.com\n    providers:\n      - name: google\n        sub: 1'

  expect(problemsOf(text)).toEqual([
    'seed.yaml:4: providers[1] needs a subject.',
    'seed.yaml:5: providers[1] sub means nothing here.',
  ])
})
