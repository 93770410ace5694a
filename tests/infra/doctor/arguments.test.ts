import { expect, test } from 'vitest'
import { checkNothingWasKeptByNpm, parseArguments } from '../../../infra/doctor/arguments.ts'
import { usage } from '../../../infra/doctor/usage.ts'

test('without arguments the app of npm start is checked, by its own configuration', () => {
  expect(parseArguments([])).toEqual({
    command: 'check',
    origin: 'http://localhost:5173',
    json: false,
  })
})

test('every option is read', () => {
  const options = parseArguments([
    '--origin=https://app.example.com/',
    '--email',
    'ada@example.com',
    '--config',
    'amplify_outputs.json',
    '--json',
  ])

  expect(options).toEqual({
    command: 'check',
    origin: 'https://app.example.com',
    email: 'ada@example.com',
    config: 'amplify_outputs.json',
    json: true,
  })
})

test.for([
  { argv: ['--origin', 'localhost:5173'], says: '--origin must be scheme, host and port' },
  { argv: ['--origin', 'https://app.example.com/callback'], says: '--origin must be' },
  { argv: ['--origin', 'https://ada:Secret-1@app.example.com'], says: '--origin must be' },
  { argv: ['--origin', 'ftp://app.example.com'], says: '--origin must be' },
  { argv: ['--email', 'Secret-1'], says: '--email must be the address of somebody' },
  { argv: ['--email'], says: '--email was given without its value' },
  { argv: ['--config', ''], says: '--config must be a file or a URL' },
  { argv: ['--json=Secret-1'], says: '--json was given' },
  { argv: ['--password', 'Secret-1'], says: 'There is no option --password.' },
  { argv: ['--email', 'ada@example.com', 'Secret-1'], says: 'Everything stands behind an option' },
])('$argv is refused, and no value is repeated', ({ argv, says }) => {
  const parsing = () => parseArguments(argv)

  expect(parsing).toThrow(says)
  expect(parsing).not.toThrow('Secret-1')
})

test('an option that npm kept for itself is noticed', () => {
  const check = (env: Record<string, string>) => () => checkNothingWasKeptByNpm(env)

  expect(check({ npm_config_origin: 'https://app.example.com' })).toThrow('npm took --origin')
  expect(check({ npm_config_json: 'true' })).toThrow('npm took --json')
  expect(check({ npm_config_registry: 'https://registry.example.com' })).not.toThrow()
})

test('the usage names every option and exit code', () => {
  for (const flag of ['--origin', '--email', '--config', '--json', '--help']) {
    expect(usage).toContain(`  ${flag} `)
  }
  for (const code of [0, 1, 2, 130]) expect(usage).toMatch(new RegExp(`^  ${code} `, 'm'))
})
