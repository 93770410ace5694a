import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { isDeepStrictEqual, parseEnv } from 'node:util'
import { join } from 'node:path'
import { loadEnv } from 'vite'
import { decodeText } from '../../../local/node/read-text-file.ts'
import { assignmentsOf, parseEnvText, unreadNames } from './parse-env-text.ts'

export interface EnvFiles {
  /** The `VITE_*` variables, as Vite merges and expands them. */
  env: Record<string, string>
  /** Every name that one of the files gives, whatever it begins with, and whatever stands before it. */
  names: string[]
}

/**
 * What `loadEnv` reads, of files in any encoding that `decodeText` knows: Vite takes a byte order mark
 * for a part of the first name, and sees nothing in UTF-16.
 *
 * @throws TextFileError
 */
export function readEnvFiles(root: string, mode: string): EnvFiles {
  const files = ['.env', '.env.local', `.env.${mode}`, `.env.${mode}.local`].flatMap((name) =>
    readEnvFile(root, name),
  )
  const names = files.flatMap(({ text }) => [
    ...Object.keys(parseEnvText(text)),
    ...unreadNames(text),
  ])
  if (files.every(({ isPlain }) => isPlain)) return { env: loadEnv(mode, root, 'VITE_'), names }
  const folder = mkdtempSync(join(tmpdir(), 'env-'))
  try {
    for (const { name, text } of files)
      writeFileSync(join(folder, name), assignmentsOf(text), { mode: 0o600 })
    return { env: loadEnv(mode, folder, 'VITE_'), names }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

interface EnvFile {
  name: string
  text: string
  /** Whether Vite would read the same, and can read it again: a pipe is empty by now. */
  isPlain: boolean
}

function readEnvFile(root: string, name: string): EnvFile[] {
  const path = join(root, name)
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile() && !stat?.isFIFO()) return []
  const bytes = readFileSync(path)
  const text = decodeText(bytes, name)
  const isAsVite =
    bytes.toString('utf8') === text && isDeepStrictEqual(parseEnv(text), parseEnvText(text))
  return [{ name, text, isPlain: stat.isFile() && isAsVite }]
}
