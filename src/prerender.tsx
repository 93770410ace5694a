import { documentWords } from '#words/document'
import { renderToString } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom'
import { pages } from './app/pages.ts'
import { createRoutes } from './app/routes.tsx'
import { builtEnvironment } from './ui/built-environment.ts'
import { EnvironmentProvider } from './ui/environment.tsx'
import { InboxProvider } from './ui/inbox.tsx'

/** For the document around every page. */
export { documentWords }

export const prerenderedPaths: readonly string[] = pages.flatMap(({ path, isRendered }) =>
  isRendered ? [path] : [],
)

/**
 * Renders a page to HTML as it stands before anything is known of the visitor: no query, no
 * session, no configuration beyond what the build knew. `main.tsx` hydrates from the same state.
 *
 * @returns `html` for the root element, `head` for the document's head.
 */
export async function render(path: string): Promise<{ html: string; head: string }> {
  const handler = createStaticHandler(createRoutes())
  const context = await handler.query(new Request(new URL(path, 'http://localhost')))
  if (context instanceof Response) throw new Error(`${path} answers with a redirect.`)
  const app = (
    <EnvironmentProvider value={builtEnvironment}>
      <InboxProvider value={undefined}>
        <StaticRouterProvider
          router={createStaticRouter(handler.dataRoutes, context)}
          context={context}
          hydrate={false}
        />
      </InboxProvider>
    </EnvironmentProvider>
  )
  // React puts a document's metadata in front when it renders no <head> itself.
  const [, head = '', html = ''] =
    /^((?:<title>.*?<\/title>)?)(.*)$/s.exec(renderToString(app)) ?? []
  return { html, head }
}
