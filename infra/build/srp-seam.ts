import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const seam =
  /\/@aws-amplify\/auth\/dist\/esm\/providers\/cognito\/utils\/srp\/BigInteger\/BigInteger\.mjs$/
const replacement = fileURLToPath(new URL('../../src/auth/srp/big-integer.ts', import.meta.url))

/**
 * Puts native BigInt behind Amplify's SRP arithmetic: Amplify's modules that import its `BigInteger`
 * get ours. Nothing else of Amplify changes.
 *
 * The build fails when sign-in code is bundled and the seam was not met, that is, when a new
 * Amplify release has moved the file.
 */
export function srpSeam(): Plugin {
  let isSeamMet = false
  let hasSignIn = false
  return {
    name: 'srp-seam',
    enforce: 'pre',
    buildStart() {
      isSeamMet = false
      hasSignIn = false
    },
    async resolveId(source, importer, options) {
      if (!source.endsWith('BigInteger.mjs') || importer === undefined) return null
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true })
      if (!resolved || !seam.test(resolved.id)) return resolved
      isSeamMet = true
      return replacement
    },
    load(id) {
      if (id.endsWith('/signInWithSRP.mjs')) hasSignIn = true
      return null
    },
    buildEnd(error) {
      if (error === undefined && hasSignIn && !isSeamMet) {
        this.error(
          'Amplify no longer imports srp/BigInteger/BigInteger.mjs where this build swaps it. ' +
            'Compare the new @aws-amplify/auth with infra/build/srp-seam.ts, then adapt the path.',
        )
      }
    },
  }
}
