import { expect, test } from 'vitest'
import { OptionsError, parseOptions } from '../../../local/options.ts'

test('has defaults for everything', () => {
  expect(parseOptions([], {})).toStrictEqual({
    port: 9229,
    data: '.local-aws',
    template: 'infra/template.yaml',
  })
})

test('reads the environment, and flags before it', () => {
  const env = { LOCAL_AWS_PORT: '19229', LOCAL_AWS_DATA: ':memory:', LOCAL_AWS_TEMPLATE: ' ' }

  expect(parseOptions(['--port', '4000', '--template=a=b.yaml'], env)).toStrictEqual({
    port: 4000,
    data: ':memory:',
    template: 'a=b.yaml',
  })
})

test('the issuer of tokens is this address or AWS’s, by flag or variable', () => {
  expect(parseOptions(['--issuer', 'aws'], {}).issuer).toBe('aws')
  expect(parseOptions([], { LOCAL_AWS_ISSUER: 'local' }).issuer).toBe('local')
  expect(() => parseOptions(['--issuer', 'AWS'], {})).toThrow('it must be local or aws')
})

test('leaked passwords are in a file, by flag or variable', () => {
  expect(parseOptions(['--leaked-passwords', 'a.txt'], {}).leakedPasswords).toBe('a.txt')
  expect(parseOptions([], { LOCAL_AWS_LEAKED_PASSWORDS: 'b.txt' }).leakedPasswords).toBe('b.txt')
})

test('TLS is by a certificate that is made, or one that is given with its key', () => {
  const files = { LOCAL_AWS_TLS_CERT: 'a.pem', LOCAL_AWS_TLS_KEY: 'a-key.pem' }
  const given = { certificate: 'a.pem', key: 'a-key.pem' }

  expect(parseOptions(['--tls'], {}).tls).toBe('made')
  expect(parseOptions([], { LOCAL_AWS_TLS: 'on' }).tls).toBe('made')
  expect(parseOptions([], files).tls).toStrictEqual(given)
  expect(parseOptions(['--tls-cert', 'b.pem'], files).tls).toStrictEqual({
    ...given,
    certificate: 'b.pem',
  })
  expect(parseOptions([], { ...files, LOCAL_AWS_TLS: 'off' }).tls).toBeUndefined()
  expect(() => parseOptions([], { LOCAL_AWS_TLS: '1' })).toThrow('it must be on or off')
  for (const one of [
    ['--tls-cert', 'a.pem'],
    ['--tls-key', 'a.pem', '--tls'],
  ]) {
    expect(() => parseOptions(one, {})).toThrow('A certificate goes with its key')
  }
})

test.each(['abc', '65535', '-1', '1.5', '0x10', '1e3'])('refuses the port %o', (port) => {
  expect(() => parseOptions([], { LOCAL_AWS_PORT: port })).toThrow(OptionsError)
  expect(() => parseOptions([], { LOCAL_AWS_PORT: port })).toThrow(`LOCAL_AWS_PORT is "${port}"`)
})

test('takes a token that a header and a fragment carry, and no weak one', () => {
  const withToken = (token: string) => parseOptions([], { LOCAL_AWS_ADMIN_TOKEN: token })

  expect(withToken('a-token-for-scripts').adminToken).toBe('a-token-for-scripts')
  for (const token of ['short', 'has spaces in it, many', 'ümlaut-token-ümlaut', 'x'.repeat(300)]) {
    expect(() => withToken(token)).toThrow(/^LOCAL_AWS_ADMIN_TOKEN must/)
  }
})

test('takes an access key in the form of AWS, whole, and repeats none that is wrong', () => {
  const id = 'AKIA0000000000000000'
  const secret = '0123456789+/abcdefghijABCDEFGHIJ01234567'
  const withKey = (LOCAL_AWS_ACCESS_KEY_ID?: string, LOCAL_AWS_SECRET_ACCESS_KEY?: string) =>
    parseOptions([], { LOCAL_AWS_ACCESS_KEY_ID, LOCAL_AWS_SECRET_ACCESS_KEY }).administrator

  expect(withKey(id, secret)).toStrictEqual({ accessKeyId: id, secretAccessKey: secret })
  expect(withKey('', ' ')).toBeUndefined()
  for (const wrong of [undefined, 'ASIA0000000000000000', 'AKIA', `${id}0`, id.toLowerCase()]) {
    expect(() => withKey(wrong, secret)).toThrow(/^LOCAL_AWS_ACCESS_KEY_ID must be AKIA and 16 /)
  }
  for (const wrong of [
    undefined,
    'test',
    secret.slice(1),
    `${secret}0`,
    secret.replace('+', '-'),
  ]) {
    expect(() => withKey(id, wrong)).toThrow(
      /^LOCAL_AWS_SECRET_ACCESS_KEY must be 40 [a-z, +/;A-Z_]+\.$/,
    )
  }
})

test.each([
  [['--prot', '1'], 'There is no option --prot.'],
  [['serve'], 'There is no option serve.'],
  [['--constructor', 'x'], 'There is no option --constructor.'],
  [['--port'], '--port needs a value.'],
  [['--repair=now'], '--repair takes no value.'],
  [['--repair', '--data', ':memory:'], '--repair needs a folder'],
  [['--export'], '--export needs a value.'],
  [['--export', 'a', '--import', 'b'], 'Of --export, --import and --repair, one at a time.'],
  [['--replace'], '--replace goes with --export FILE or --import FILE.'],
  [['--repair', '--replace'], '--replace goes with --export FILE or --import FILE.'],
])('explains %j', (argv, message) => {
  expect(() => parseOptions(argv, {})).toThrow(message)
})

test('takes what is to be done with the data instead of starting', () => {
  expect(parseOptions(['--repair', '--data', 'somewhere'], {})).toMatchObject({
    data: 'somewhere',
    task: { kind: 'repair' },
  })
  expect(parseOptions(['--export=a.tar.gz'], {}).task).toStrictEqual({
    kind: 'export',
    file: 'a.tar.gz',
    isReplacing: false,
  })
  expect(parseOptions(['--import', 'a.tar.gz', '--replace'], {}).task).toStrictEqual({
    kind: 'import',
    file: 'a.tar.gz',
    isReplacing: true,
  })
})
