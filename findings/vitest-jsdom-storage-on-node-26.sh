#!/usr/bin/env bash
# What: in Vitest's environment `jsdom`, `localStorage` is undefined on Node 26, though
#   `jsdom.window.localStorage` works, and `document`, `Storage` and `location` are jsdom's.
# Expected: jsdom's own, as on Node 20 to 24: the environment puts the window's members into the globals.
#   It leaves alone what is a global of Node's already, and since Node 25 the getter of `localStorage` is one,
#   which answers undefined where Node was given no file for it (https://nodejs.org/api/globals.html#localstorage).
# Meets: every test of a page that remembers something, after a move to the newest Node and nothing else. A set-up
#   file that defines both storages anew from `globalThis.jsdom.window` mends it on each Node.
# Seen: vitest 4.1.12 with jsdom 29.1.1, on node 24.9.0 and 26.10.0 of npm, linux-x64, 2026-11-30:
#   v24.9.0 localStorage object, sessionStorage object, of the window object
#   v26.10.0 localStorage undefined, sessionStorage object, of the window object
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund vitest@4.1.12 jsdom@29.1.1
cat >storage.test.js <<'JS'
// @vitest-environment jsdom
import { writeSync } from 'node:fs'
import { test } from 'vitest'

test('which storages there are', () => {
  const kinds = [typeof localStorage, typeof sessionStorage, typeof jsdom.window.localStorage]
  writeSync(
    2,
    `SEEN ${process.version} localStorage ${kinds[0]}, sessionStorage ${kinds[1]}, of the window ${kinds[2]}\n`,
  )
})
JS
seen=''
for version in 24.9.0 26.10.0; do
  mkdir "node-$version"
  (cd "node-$version" && echo '{}' >package.json && npm install --silent --no-audit --no-fund "node@$version")
  seen+=$("node-$version/node_modules/.bin/node" node_modules/vitest/vitest.mjs run 2>&1 | grep -o 'SEEN .*' | cut -c6-)$'\n'
done
printf '%s' "$seen"
expected='v24.9.0 localStorage object, sessionStorage object, of the window object
v26.10.0 localStorage undefined, sessionStorage object, of the window object
'
[ "$seen" = "$expected" ] || { echo 'This is no longer what is seen.' >&2; exit 1; }
