import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Part of Lambda's Node.js, and a package of this repository. */
const inLambda = [/^node:/, /^@aws-sdk\//]

/**
 * What a function is in the template: CommonJS of one file. `.cjs` is that already, and goes as it is;
 * ES modules and TypeScript are bundled with what they import, packages too, but for the AWS SDK.
 *
 * @param folder that `file` is a path in.
 */
export async function sourceOf(folder, file) {
  const path = join(folder, file)
  if (file.endsWith('.cjs')) return readFileSync(path, 'utf8')
  const { build } = await import('rolldown')
  const { output } = await build({
    input: path,
    cwd: folder,
    platform: 'node',
    external: inLambda,
    logLevel: 'silent',
    output: { format: 'cjs', exports: 'named', codeSplitting: false },
    write: false,
  })
  return output[0].code.replaceAll('\t', '  ')
}
