import { readFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { runInNewContext } from 'node:vm'

interface CloudFrontEvent {
  request: { uri: string; headers: Record<string, { value: string }> }
}

type Handler = (event: CloudFrontEvent) => CloudFrontEvent['request']

/** What CloudFront runs for each request; it has no modules there, and so none here. */
const source = readFileSync(new URL('../../hosting/pages.cjs', import.meta.url), 'utf8')
const handler = runInNewContext(`${source}\nhandler`) as Handler

/** @returns the file that is behind an address, as the hosted site has it. */
export function fileBehind(pathname: string, headers: IncomingHttpHeaders = {}): string {
  const language = headers['accept-language']
  return handler({
    request: {
      uri: pathname,
      headers: language === undefined ? {} : { 'accept-language': { value: language } },
    },
  }).uri
}
