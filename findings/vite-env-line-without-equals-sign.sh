#!/usr/bin/env bash
# What: of a .env file Vite loses the variable after a line that has no equals sign, such as a heading or a
#   separator; its name becomes the whole of both lines.
# Expected: the line is skipped, as dotenv does, whose form Vite's guide says that its files have. Node's own
#   util.parseEnv, which Vite leaves the parsing to, does it.
# Meets: whoever has `[section]`, `---` or a `KEY: value` above a variable: it is undefined in the app, and
#   nothing says so.
# Seen: vite 8.3.8, dotenv 18.0.10, node 20.20.2, linux-x64, 2026-11-30:
#   vite {"VITE_B":"2"}
#   dotenv {"VITE_A":"1","VITE_B":"2"}
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund vite@8.3.8 dotenv@18.0.10
printf '[section]\nVITE_A=1\nVITE_B=2\n' >.env
cat >read.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { parse } from 'dotenv'
import { loadEnv } from 'vite'

console.log('vite', JSON.stringify(loadEnv('development', '.', 'VITE_')))
console.log('dotenv', JSON.stringify(parse(readFileSync('.env'))))
JS
seen=$(node read.mjs)
echo "$seen"
[ "$seen" = 'vite {"VITE_B":"2"}
dotenv {"VITE_A":"1","VITE_B":"2"}' ]
