import { pageHeaders } from '../http/html-response.ts'

/** What a page is made of beside its markup. Opened by itself it may load and run nothing. */
export function asset(text: string, type: string): Response {
  const headers = {
    ...pageHeaders,
    'content-security-policy': "default-src 'none'",
    'content-type': type,
    'cache-control': 'no-cache',
  }
  return new Response(text, { headers })
}
