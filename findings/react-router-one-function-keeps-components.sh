#!/usr/bin/env bash
# What: a bundle of matchPath alone, a pure function of React Router, keeps Link, NavLink, Form, Await,
#   ScrollRestoration and what they need, though the package says `"sideEffects": false`.
# Expected: the function and what it calls, some 6.6 kB.
#   The flag drops whole modules, and the release has nearly everything in one. In it each component is a call
#   of forwardRef that is not marked as pure, and a statement that sets its displayName, so a bundler has to
#   keep them all; marking the calls and dropping the statements brings out what was expected.
# Meets: a first page that weighs its bytes, and pages that import a helper for paths and nothing else.
# Seen: react-router 7.18.7 with react 19.3.1 (external), rolldown 1.2.19, 2026-11-30, minified:
#   as released: 33568 bytes, components Await Form Link NavLink
#   marked: 6586 bytes, components none
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund react-router@7.18.7 react@19.3.1 react-dom@19.3.1 rolldown@1.2.19
echo "import { matchPath } from 'react-router'; console.log(matchPath('/a', '/a'))" >entry.js
cat >bundle.mjs <<'JS'
import { rolldown } from 'rolldown'

/** Says of calls that make components that they do nothing else, and leaves out names for React's own tools. */
const marks = {
  name: 'marks',
  transform: (code, id) =>
    /react-router.dist/.test(id)
      ? code
          .replace(/^(var \w+ = )(?=\w*\.?(?:forwardRef|memo|createContext)\()/gm, '$1/* @__PURE__ */ ')
          .replace(/^\w+\.displayName = "\w+";$/gm, '')
      : null,
}

for (const [title, plugins] of Object.entries({ 'as released': [], marked: [marks] })) {
  const bundle = await rolldown({
    input: 'entry.js',
    external: ['react'],
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    plugins,
    logLevel: 'silent',
  })
  const { output } = await bundle.generate({ format: 'esm', minify: true })
  const names = [...output[0].code.matchAll(/displayName=[`"](\w+)/g)].map(([, name]) => name)
  const components = names.filter((name) => ['Await', 'Form', 'Link', 'NavLink'].includes(name))
  console.log(`${title}: ${output[0].code.length} bytes, components ${components.sort().join(' ') || 'none'}`)
}
JS
seen=$(node bundle.mjs)
printf '%s\n' "$seen"
expected='as released: 33568 bytes, components Await Form Link NavLink
marked: 6586 bytes, components none'
[ "$seen" = "$expected" ] || { echo 'This is no longer what is seen.' >&2; exit 1; }
