import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const seam =
  /\/@aws-amplify\/auth\/dist\/esm\/providers\/cognito\/utils\/srp\/BigInteger\/BigInteger\.mjs$/
const replacement = fileURLToPath(
  new URL('../../src/auth/srp/fast-big-integer.ts', import.meta.url),
)

/**
 * Puts native BigInt behind Amplify's SRP arithmetic: every module of Amplify's that imports its
 * `BigInteger` gets the same class with a faster `modPow`. Nothing else of Amplify changes.
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
      if (!source.endsWith('BigInteger.mjs') || !importer || !isAmplify(importer)) return null
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true })
      return resolved && seam.test(resolved.id) ? `\0srp-seam:${resolved.id}` : resolved
    },
    load(id) {
      if (id.endsWith('/signInWithSRP.mjs')) hasSignIn = true
      if (!id.startsWith('\0srp-seam:')) return null
      isSeamMet = true
      const library = JSON.stringify(id.slice('\0srp-seam:'.length))
      return {
        code: [
          `import BigInteger from ${library}`,
          `import { useNativeModPow } from ${JSON.stringify(replacement)}`,
          'useNativeModPow(BigInteger)',
          'export default BigInteger',
        ].join('\n'),
        moduleSideEffects: true,
      }
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

/** The replacement imports the original too, and must get it. */
function isAmplify(importer: string): boolean {
  return !importer.startsWith('\0') && importer.includes('/@aws-amplify/auth/dist/esm/')
}
