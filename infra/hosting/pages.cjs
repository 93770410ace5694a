'use strict'

/**
 * The file behind an address: what was rendered at build time has its own, any other page is the
 * app's, and whatever has an extension is itself, or missing. CloudFront runs this for each request,
 * and `npm run preview` too. `node infra/triggers/inline.mjs` puts it into the template.
 *
 * No more of the language than CloudFront's runtime is documented to have.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */

/** Without the file's `.html`; a test compares them with those of src/prerender.tsx. */
const rendered = ['/sign-in', '/sign-up', '/confirm', '/forgot-password']

// oxlint-disable-next-line no-unused-vars -- the name that CloudFront calls
function handler(event) {
  event.request.uri = fileOf(event.request.uri)
  return event.request
}

function fileOf(uri) {
  if (uri === '/') return '/index.html'
  if (/\.\w+$/.test(uri)) return uri
  return rendered.includes(uri) ? `${uri}.html` : '/app.html'
}
