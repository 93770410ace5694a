#!/usr/bin/env bash
# What: `URL.canParse` of Node 20 and 22 says true of https://bücher.example some thousands of times, and
#   false ever after: its fast path, taken once V8 has optimized the caller, reads the text otherwise.
#   `new URL` of the same text succeeds all the time.
# Expected: the same answer at each call, as `new URL` gives it (https://url.spec.whatwg.org/#dom-url-canparse).
# Meets: a server that has run for a while, and tests that share a process: a valid address is refused, or a
#   test fails once in some runs. try { new URL(text) } does not have it. Node 24 has no such path.
# Seen: node 20.20.2, 22.23.3 and 24.9.0 of npm, linux-x64, 2026-11-30, of 200,000 calls (on 20.20.2 the
#   first false answer was the 5,097th in one run):
#   v20.20.2 true then false xn--bcher-kva.example
#   v22.23.3 true then false xn--bcher-kva.example
#   v24.9.0 true xn--bcher-kva.example
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >ask.mjs <<'JS'
const text = 'https://b\u00fccher.example'

function isUrl() {
  return URL.canParse(text)
}

const answers = new Set()
for (let call = 0; call < 200_000; call += 1) answers.add(isUrl())
console.log(process.version, [...answers].join(' then '), new URL(text).hostname)
JS
seen=''
for version in 20.20.2 22.23.3 24.9.0; do
  mkdir "node-$version"
  (cd "node-$version" && npm init -y >/dev/null && npm install --silent --no-audit --no-fund "node@$version")
  seen+=$("node-$version/node_modules/.bin/node" ask.mjs)$'\n'
done
printf '%s' "$seen"
expected='v20.20.2 true then false xn--bcher-kva.example
v22.23.3 true then false xn--bcher-kva.example
v24.9.0 true xn--bcher-kva.example
'
[ "$seen" = "$expected" ] || { echo 'This is no longer what is seen.' >&2; exit 1; }
