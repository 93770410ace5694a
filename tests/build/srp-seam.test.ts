import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'vite'
import { beforeAll, expect, test } from 'vitest'
import { srpSeam } from '../../infra/build/srp-seam.ts'
import { srpVector } from '../support/user-pools/srp-vectors.ts'

const root = join(import.meta.dirname, '../..')
const out = join(root, 'node_modules/.cache/srp-seam-test')
const amplifyPackage = createRequire(join(root, 'node_modules/aws-amplify/package.json')).resolve(
  '@aws-amplify/auth/package.json',
)
const srp = join(dirname(amplifyPackage), 'dist/esm/providers/cognito/utils/srp')

interface BigIntegerLike {
  toString(radix: number): string
}

interface Bundle {
  BigInteger: new (hex: string, radix: number) => BigIntegerLike
  AuthenticationHelper: new (parts: Record<string, unknown>) => {
    getPasswordAuthenticationKey(input: Record<string, unknown>): Promise<Uint8Array>
  }
  calculateA(parts: Record<string, unknown>): Promise<BigIntegerLike>
  INIT_N: string
}

let amplify: Bundle

beforeAll(async () => {
  await bundle([srpSeam()])
  amplify = (await import(pathToFileURL(join(out, 'entry.mjs')).href)) as Bundle
})

test('the seam was checked against this release of @aws-amplify/auth', () => {
  const { version } = JSON.parse(readFileSync(amplifyPackage, 'utf8')) as { version: string }

  // A new release: compare utils/srp with the checked one, run this file, then raise the version.
  expect(version).toBe('6.21.1')
})

test('Amplify computes with native BigInt, and its own arithmetic is not bundled', () => {
  const code = readFileSync(join(out, 'entry.mjs'), 'utf8')

  expect(Reflect.get(new amplify.BigInteger('ff', 16), 'value')).toBe(255n)
  expect(code).not.toContain('Montgomery')
})

test('Amplify with native BigInt reproduces the SRP vector', async () => {
  const big = (hex: string) => new amplify.BigInteger(hex, 16)
  const a = big(srpVector.a)
  const g = big('2')
  const N = big(amplify.INIT_N)

  const A = await amplify.calculateA({ a, g, N })
  const helper = new amplify.AuthenticationHelper({ userPoolName: srpVector.poolName, a, g, A, N })
  const key = await helper.getPasswordAuthenticationKey({
    username: srpVector.userId,
    password: srpVector.password,
    serverBValue: big(srpVector.B),
    salt: big(srpVector.salt),
  })

  expect(A.toString(16)).toBe(srpVector.A)
  expect(Buffer.from(key).toString('hex')).toBe(srpVector.hkdf)
})

test('the build fails in words when sign-in code is bundled and the seam is gone', async () => {
  const moved: Plugin = {
    name: 'moved',
    enforce: 'pre',
    resolveId: (source) => (source.endsWith('BigInteger.mjs') ? { id: '\0elsewhere' } : null),
    load: (id) => (id === '\0elsewhere' ? 'export default class {}' : null),
  }

  const building = bundle([moved, srpSeam()], `import { signIn } from 'aws-amplify/auth'; signIn()`)

  await expect(building).rejects.toThrow('Amplify no longer imports srp/BigInteger/BigInteger.mjs')
})

async function bundle(plugins: Plugin[], source = entrySource()) {
  await mkdir(out, { recursive: true })
  const entry = join(out, 'source.mjs')
  await writeFile(entry, source)
  return build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins,
    build: {
      outDir: out,
      emptyOutDir: false,
      copyPublicDir: false,
      minify: false,
      lib: { entry, formats: ['es'], fileName: () => 'entry.mjs' },
    },
  })
}

/** Written against the helper, so that the import of `BigInteger` is Amplify's own. */
function entrySource(): string {
  return `
    import AuthenticationHelper from ${JSON.stringify(join(srp, 'AuthenticationHelper/AuthenticationHelper.mjs'))}
    import { getAuthenticationHelper } from ${JSON.stringify(join(srp, 'getAuthenticationHelper.mjs'))}
    import { calculateA } from ${JSON.stringify(join(srp, 'calculate/calculateA.mjs'))}
    import { INIT_N } from ${JSON.stringify(join(srp, 'constants.mjs'))}
    const { g } = await getAuthenticationHelper('pool')
    const BigInteger = g.constructor
    export { AuthenticationHelper, BigInteger, calculateA, INIT_N }
  `
}
