'use strict'

/**
 * The file behind an address: what was rendered at build time has its own, any other page is the app's,
 * and whatever has an extension is itself, or missing. The language is the one that the address begins
 * with, else the one that the browser likes best of those there are, else English.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */

/** Without the file's `.html`; written from the list of src/app/pages.ts. */
const rendered = ['/sign-in', '/sign-up', '/confirm', '/forgot-password']

/** English is at the top, each other one in a folder of its name. */
const languages = ['en', 'de']

// oxlint-disable-next-line no-unused-vars -- the name that CloudFront calls
function handler(event) {
  const request = event.request
  if (/\.\w+$/.test(request.uri)) return request
  const [, chosen, path] = /^\/(\w+)(\/.*)?$/.exec(request.uri) || []
  request.uri = languages.includes(chosen)
    ? folderOf(chosen) + fileOf(path || '/')
    : folderOf(preferred(request.headers['accept-language'])) + fileOf(request.uri)
  return request
}

function folderOf(language) {
  return language === 'en' ? '' : `/${language}`
}

function fileOf(uri) {
  if (uri === '/') return '/index.html'
  return rendered.includes(uri) ? `${uri}.html` : '/app.html'
}

/** @see https://www.rfc-editor.org/rfc/rfc9110.html#field.accept-language */
function preferred(accepted) {
  let best = 'en'
  let bestWeight = 0
  const ranges = accepted ? accepted.value.split(',') : []
  ranges.forEach((range) => {
    const parts = range.split(';')
    const language = parts[0].trim().toLowerCase().split('-')[0]
    const weight = parts[1] ? Number(parts[1].replace(/^\s*q=/, '')) : 1
    if (!languages.includes(language) || !(weight > bestWeight)) return
    best = language
    bestWeight = weight
  })
  return best
}
