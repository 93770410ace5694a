import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { headersOf, kindOf } from '../../deploy/site/file-headers.ts'
import { securityHeaders, type CspEndpoints } from './security-headers.ts'

/** Of the plugin that runs the local AWS. */
interface LocalAwsApi {
  config(): CspEndpoints
}

/**
 * Sends what is served with the headers of the hosted site, for the configuration that is served
 * with it: the local AWS's, else `dist/config.json`.
 */
export function previewHeaders(): Plugin {
  return {
    name: 'preview-headers',
    configurePreviewServer({ middlewares, config }) {
      const out = join(config.root, config.build.outDir)
      const localAws = config.plugins.find(({ name }) => name === 'local-aws')
      const api = localAws?.api as LocalAwsApi | undefined
      middlewares.use((request, response, next) => {
        const headers = securityHeaders(api ? api.config() : readConfig(out))
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
        const { pathname } = new URL(request.url ?? '/', 'http://localhost')
        // A file that is missing now may come with the next build.
        if (isFile(join(out, pathname))) {
          const key = pathname.slice(1)
          response.setHeader('Cache-Control', headersOf(key, kindOf(key, false)).cacheControl)
        }
        next()
      })
    },
  }
}

function readConfig(out: string): CspEndpoints | undefined {
  try {
    return JSON.parse(readFileSync(join(out, 'config.json'), 'utf8')) as CspEndpoints
  } catch {
    return undefined
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
