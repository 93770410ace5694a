import type { Handler, Routes } from './handler.ts'

interface Found {
  handlers: Readonly<Record<string, Handler>>
  /** What stands in the place of `{id}`, decoded. */
  id: string
}

/** @returns undefined where no route has this path. */
export function findHandlers(routes: Routes, pathname: string): Found | undefined {
  if (Object.hasOwn(routes, pathname)) return { handlers: routes[pathname] ?? {}, id: '' }
  const parts = pathname.split('/')
  for (const at of [parts.length - 1, parts.length - 2]) {
    const template = parts.with(at, '{id}').join('/')
    const id = decoded(parts[at] ?? '')
    if (id !== '' && Object.hasOwn(routes, template)) {
      return { handlers: routes[template] ?? {}, id }
    }
  }
  return undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
