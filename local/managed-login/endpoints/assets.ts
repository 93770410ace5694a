import { pageHeaders } from '../html-response.ts'
import { icon, style } from '../pages/style.ts'

export function showStyle(): Promise<Response> {
  return Promise.resolve(asset(style, 'text/css; charset=utf-8'))
}

export function showIcon(): Promise<Response> {
  return Promise.resolve(asset(icon, 'image/svg+xml'))
}

function asset(text: string, type: string): Response {
  const headers = { ...pageHeaders, 'content-type': type, 'cache-control': 'public, max-age=600' }
  return new Response(text, { headers })
}
