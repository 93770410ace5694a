import type { Handler, Routes } from './handler.ts'

interface Found {
  handlers: Readonly<Record<string, Handler>>
  /** What stands in the place of `{id}`, decoded. */
  id: string
}

/** @returns undefined where no route has this path. */
export function findHandlers(routes: Routes, pathname: string): Found | undefined {
  if (Object.hasOwn(routes, pathname)) return { handlers: routes[pathname] ?? {}, id: '' }
  const end = pathname.lastIndexOf('/') + 1
  const template = `${pathname.slice(0, end)}{id}`
  const id = decoded(pathname.slice(end))
  if (id === '' || !Object.hasOwn(routes, template)) return undefined
  return { handlers: routes[template] ?? {}, id }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
