import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/**
 * Serves `dist/` as a host does: `/sign-in` is `sign-in.html`, and a path that was not rendered at
 * build time gets `app.html`, never another page's HTML.
 */
export function previewPages(): Plugin {
  return {
    name: 'preview-pages',
    configurePreviewServer({ middlewares, config }) {
      const out = join(config.root, config.build.outDir)
      middlewares.use((request, _response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost')
        const isPage = request.headers.accept?.includes('text/html') && !/\.\w+$/.test(pathname)
        if (isPage && pathname !== '/' && !existsSync(join(out, `${pathname}.html`))) {
          request.url = '/app.html'
        }
        next()
      })
    },
  }
}
