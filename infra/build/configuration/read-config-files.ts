import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readTextFileIfThere, TextFileError } from '../../../local/node/read-text-file.ts'
import { readAppConfig, type AppConfig } from './app-config.ts'
import type { PasswordPolicyDocument } from './aws-config-document.ts'
import { readEnvFiles } from './read-env-files.ts'

const outputsName = 'amplify_outputs.json'

/** As Notepad and some browsers save them; Windows shows them without the end. */
const misnamed: Readonly<Record<string, string>> = {
  '.env.local.txt': '.env.local',
  'env.local': '.env.local',
  'amplify_outputs.json.txt': outputsName,
}

/**
 * The configuration that the files in the app's folder give. A file that is there and cannot be read
 * is named, and never taken for an absent one.
 */
export function readConfigFiles(
  root: string,
  mode: string,
  passwordPolicy?: PasswordPolicyDocument,
): AppConfig {
  try {
    const { env, names } = readEnvFiles(root, mode)
    const outputs = readTextFileIfThere(join(root, outputsName))
    const config = readAppConfig(env, outputs, passwordPolicy, names)
    return config.kind === 'absent' ? (findMisnamed(root) ?? config) : config
  } catch (error) {
    if (!(error instanceof TextFileError) && !isOfFileSystem(error)) throw error
    const { message } = error
    const problem = { key: 'file', message, where: 'your editor, “Save as”, encoding UTF-8' }
    const problems = [
      isOfFileSystem(error) ? { ...problem, where: 'the file’s name and its rights' } : problem,
    ]
    return { kind: 'wrong', source: 'a file that cannot be read', problems }
  }
}

function findMisnamed(root: string): AppConfig | undefined {
  const problems = Object.entries(misnamed)
    .filter(([name]) => existsSync(join(root, name)))
    .map(([name, right]) => ({
      key: name,
      message: `${name} is not read: rename it to ${right}.`,
      where: 'the folder, with the ends of file names shown',
    }))
  return problems.length > 0 ? { kind: 'wrong', source: 'the folder', problems } : undefined
}

function isOfFileSystem(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error
}
