#!/usr/bin/env bash
# What: `<link rel="expect" href="#id" blocking="render">` on an element with children lets Chromium paint
#   as soon as that element has been opened, though most of it has not been read.
# Expected: the first paint comes after the end of the element: the HTML Standard has rendering blocked
#   until the element that is named has been parsed whole
#   (https://html.spec.whatwg.org/multipage/links.html#link-type-expect).
# Meets: whoever names the container of a page, to have it painted whole. An element without children
#   that stands after it is waited for, so an id there does what is wanted.
# Seen: @sparticuz/chromium 153.0.0 (HeadlessChrome/153.0.8010.0) with puppeteer-core 25.16.0, and Debian's
#   Chromium 156.0.8078.108, 2026-11-30, the answer taking three seconds:
#   #whole  painted before the answer has ended
#   #end    painted after it
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @sparticuz/chromium@153.0.0 puppeteer-core@25.16.0
cat >paint.mjs <<'JS'
import { createServer } from 'node:http'
import chromium from '@sparticuz/chromium'
import puppeteer from 'puppeteer-core'

const head = (id) =>
  `<!doctype html><title>Page</title><link rel="expect" href="#${id}" blocking="render">`
const server = createServer((request, response) => {
  const id = request.url.slice(1)
  response.setHeader('content-type', 'text/html')
  if (id !== 'whole' && id !== 'end') return response.writeHead(404).end()
  response.write(`${head(id)}<div id="whole"><p>First words</p>`)
  setTimeout(() => response.end('<p>Last words</p></div><p id="end"></p>'), 3000)
}).listen(0)

const browser = await puppeteer.launch({
  executablePath: await chromium.executablePath(),
  args: [...chromium.args, '--no-sandbox'],
  headless: 'shell',
})
for (const id of ['whole', 'end']) {
  const page = await browser.newPage()
  await page.goto(`http://localhost:${server.address().port}/${id}`)
  await page.waitForFunction(() => performance.getEntriesByName('first-paint').length > 0)
  const isEarly = await page.evaluate(() => {
    const [{ startTime }] = performance.getEntriesByName('first-paint')
    return startTime < performance.getEntriesByType('navigation')[0].responseEnd
  })
  console.log(`#${id}`, isEarly ? 'before' : 'after')
}
await browser.close()
server.close()
JS
expected='#whole before
#end after'
seen=$(node paint.mjs)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo 'This is no longer what is seen.' >&2; exit 1; }
