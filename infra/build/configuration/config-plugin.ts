import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Connect, Plugin } from 'vite'
import type { AppConfig } from './app-config.ts'
import type { PasswordPolicyDocument } from './aws-config-document.ts'
import { readConfigFiles } from './read-config-files.ts'

/** The mode of a build that talks to the local AWS, whatever `.env.local` says. */
export const localMode = 'local-aws'

const localBuildMark = 'talks-to-local-aws'

/** @throws naming each wrong key and where its value is found; never falls back to the local AWS. */
export function requireAppConfig(
  root: string,
  mode: string,
  passwordPolicy?: PasswordPolicyDocument,
): Exclude<AppConfig, { kind: 'wrong' }> {
  if (mode === localMode) return { kind: 'absent' }
  const config = readConfigFiles(root, mode, passwordPolicy)
  if (config.kind !== 'wrong') return config
  throw new Error(
    [
      `The AWS configuration in ${config.source} is not complete:`,
      ...config.problems.map(({ message, where }) => `  - ${message} Find it in: ${where}`),
      'Mend it, or remove it altogether to use the local AWS. docs/bring-your-own.md shows where each value comes from.',
    ].join('\n'),
  )
}

/** Serves and emits `/config.json` for an app that runs on AWS. */
export function awsConfig(config: Exclude<AppConfig, { kind: 'wrong' }>): Plugin {
  const body = config.kind === 'aws' ? JSON.stringify(config.document, null, 2) : undefined
  let isLocal = false
  return {
    name: 'aws-config',
    configResolved({ mode }) {
      isLocal = mode === localMode
    },
    configureServer({ middlewares, config: { logger } }) {
      if (body === undefined) return
      if (config.kind === 'aws') {
        logger.info(`The app runs on AWS, as ${config.source} says.`)
        for (const note of config.notes) logger.warn(note)
      }
      middlewares.use('/config.json', answerWith(body))
    },
    transformIndexHtml() {
      return isLocal ? [{ tag: 'meta', attrs: { name: localBuildMark }, injectTo: 'head' }] : []
    },
    generateBundle() {
      if (config.kind === 'aws') for (const note of config.notes) this.warn(note)
      if (body !== undefined) {
        this.emitFile({ type: 'asset', fileName: 'config.json', source: body })
      } else if (!isLocal) {
        this.warn(
          'No AWS configuration: the app will ask for a /config.json that this build does not hold. ' +
            'Fill .env.local, or put a config.json beside index.html when you deploy.',
        )
      }
    },
  }
}

/** Whether `dist/` holds a build that talks to the local AWS, so that the preview starts one. */
export function isLocalBuild(outDir: string): boolean {
  return readIfThere(join(outDir, 'index.html'))?.includes(localBuildMark) ?? false
}

function answerWith(body: string): Connect.NextHandleFunction {
  return function serveConfig(_request, response) {
    response.setHeader('content-type', 'application/json')
    response.setHeader('cache-control', 'no-store')
    response.end(body)
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
