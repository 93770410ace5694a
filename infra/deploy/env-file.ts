import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readTextFile } from '../../local/node/read-text-file.ts'
import { mergeEnv } from './outputs-to-env.ts'
import { DeployProblem } from './problem.ts'

/**
 * Writes the values into the env file, whole or not at all: a draft beside it takes its place.
 *
 * @returns whether anything in it is other than before.
 * @throws DeployProblem when it cannot be written.
 */
export function writeEnvFile(path: string, values: ReadonlyMap<string, string>): boolean {
  try {
    // The file itself where a link leads to it, so that the link stays one.
    const target = realPath(path)
    const before = readIfThere(target)
    const after = mergeEnv(before?.text ?? '', values)
    if (after === before?.text) return false
    const draft = `${target}.${process.pid}.new`
    try {
      writeFileSync(draft, after, { mode: before?.mode ?? 0o600 })
      renameSync(draft, target)
    } finally {
      rmSync(draft, { force: true })
    }
    return true
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw new DeployProblem(
      `The stack is deployed, but ${path} could not be written: ${error.message}`,
      'Mend that, then run the same command again: it only writes the file.',
    )
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

function readIfThere(path: string): { text: string; mode: number } | undefined {
  try {
    return { text: readTextFile(path), mode: statSync(path).mode & 0o777 }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
