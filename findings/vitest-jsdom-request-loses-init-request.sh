#!/usr/bin/env bash
# What: in Vitest's environment `jsdom`, `new Request(address, request)` makes a GET without headers and body
#   of a POST. `new Request(request)` keeps them, and so do both forms in the environment `node`.
# Expected: a POST. The second argument may be another request, as the Fetch standard has it: its members are
#   read one by one, getters of the prototype too (https://fetch.spec.whatwg.org/#dom-request).
#   The environment wraps the constructor, to let jsdom's signals through, and spreads the second argument
#   into a new object: a spread copies own members alone, and a Request has none.
# Meets: a test of a proxy, a service worker or a `fetch` of one's own that sends a request on to another
#   address. No error: what is sent has another method.
# Seen: vitest 4.1.12 with jsdom 29.1.1, node 20.20.2, linux-x64, 2026-11-30:
#   jsdom: to another address GET null "", as it is POST yes "hello"
#   node: to another address POST yes "hello", as it is POST yes "hello"
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund vitest@4.1.12 jsdom@29.1.1
cat >request.test.js <<'JS'
import { writeSync } from 'node:fs'
import { test } from 'vitest'

const told = async (request) =>
  `${request.method} ${request.headers.get('x-kept')} ${JSON.stringify(await request.text())}`

test('what is left of a request', async () => {
  const whole = () =>
    new Request('http://localhost/a', { method: 'POST', headers: { 'x-kept': 'yes' }, body: 'hello' })
  const sentOn = await told(new Request('http://localhost/b', whole()))
  const copied = await told(new Request(whole()))
  writeSync(2, `SEEN to another address ${sentOn}, as it is ${copied}\n`)
})
JS
seen=''
for environment in jsdom node; do
  line=$(node node_modules/vitest/vitest.mjs run --environment "$environment" 2>&1 | grep -o 'SEEN .*' | cut -c6-)
  seen+="$environment: $line"$'\n'
done
printf '%s' "$seen"
expected='jsdom: to another address GET null "", as it is POST yes "hello"
node: to another address POST yes "hello", as it is POST yes "hello"
'
[ "$seen" = "$expected" ] || { echo 'This is no longer what is seen.' >&2; exit 1; }
