import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'

/**
 * `npm run local`. Node 20 cannot run TypeScript, so `main.ts` and all it imports become one script,
 * once: the next start finds it by the sources' names, sizes and times. Beside it lies what V8
 * compiled it to, which saves a fifth of a start (docs/decisions/0063).
 */
const local = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, 'node_modules', '.cache', 'local-aws')

const bundled = join(cache, `${fingerprint()}.cjs`)
const compiled = `${bundled}.v8`
await run(existsSync(bundled) ? readFileSync(bundled, 'utf8') : await bundle())

function fingerprint() {
  const hash = createHash('sha256').update(process.version)
  for (const path of [...sources(local).sort(), join(root, 'package-lock.json')]) {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${path}\n${size}\n${mtimeMs}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Dependencies are bundled too: reading one file is quicker than finding a hundred. */
async function bundle() {
  const { build } = await import('rolldown')
  const { output } = await build({
    input: join(local, 'main.ts'),
    platform: 'node',
    logLevel: 'silent',
    // Its build for Node is CommonJS, which cannot be shaken.
    resolve: { alias: { yaml: join(root, 'node_modules', 'yaml', 'browser', 'index.js') } },
    output: { format: 'cjs', codeSplitting: false },
    write: false,
  })
  const source = `(function (exports, require, module, __filename) {${output[0].code}\n})`
  keep(bundled, source)
  return source
}

async function run(source) {
  const cachedData = existsSync(compiled) ? readFileSync(compiled) : undefined
  const script = new Script(source, { filename: bundled, cachedData })
  const module = { exports: {} }
  script.runInThisContext()(module.exports, createRequire(import.meta.url), module, bundled)
  await module.exports.main(process.argv.slice(2))
  // Only now, so that the functions which a start needs are in it.
  if (cachedData === undefined || script.cachedDataRejected) {
    keep(compiled, script.createCachedData())
  }
}

/** Whole or not at all, since two may start at once; a folder that is read-only costs time only. */
function keep(path, content) {
  try {
    mkdirSync(cache, { recursive: true })
    removeOld()
    const draft = `${path}.${process.pid}.new`
    writeFileSync(draft, content)
    renameSync(draft, path)
  } catch {
    return
  }
}

function removeOld() {
  const dayMs = 86_400_000
  for (const name of readdirSync(cache)) {
    const path = join(cache, name)
    if (Date.now() - statSync(path).mtimeMs > dayMs) rmSync(path, { force: true })
  }
}
