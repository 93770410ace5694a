import type { Plugin } from 'vite'
import { fileBehind } from './pages-function.ts'

/**
 * Serves `dist/` as CloudFront does, by the same function: `/sign-in` is `sign-in.html`, a path that
 * was not rendered at build time gets `app.html`, each in the visitor's language, and a file that is not
 * there is missing.
 */
export function previewPages(): Plugin {
  return {
    name: 'preview-pages',
    configurePreviewServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        const [pathname = '/', ...query] = (request.url ?? '/').split('?')
        request.url = [fileBehind(pathname, request.headers), ...query].join('?')
        next()
      })
    },
  }
}
