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
import { fileURLToPath, pathToFileURL } from 'node:url'
import { constants, Script } from 'node:vm'

/**
 * Node 20 cannot run TypeScript, so an entry and all it imports become one script, once: the next start
 * finds it by the sources' names, sizes and times. Beside it lies what V8 compiled it to, which saves a
 * fifth of a start (docs/decisions/0063).
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, 'node_modules', '.cache', 'local-aws')

/**
 * @param folders of the root, in which all sources of the entry are.
 * @returns `module`: what the entry exports. `keepCompiled`: called once the functions that a start
 *   needs have run, so that they are in what is kept.
 */
export async function loadBundled(entry, folders) {
  const bundled = join(cache, `${fingerprint(entry, folders)}.cjs`)
  const source = existsSync(bundled) ? readFileSync(bundled, 'utf8') : await bundle(entry, bundled)
  const compiled = `${bundled}.v8`
  const cachedData = existsSync(compiled) ? readFileSync(compiled) : undefined
  const script = new Script(source, {
    filename: bundled,
    cachedData,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
  const module = { exports: {} }
  script.runInThisContext()(module.exports, createRequire(import.meta.url), module, bundled)
  return {
    module: module.exports,
    keepCompiled: () => {
      if (cachedData !== undefined && !script.cachedDataRejected) return
      keep(compiled, script.createCachedData())
    },
  }
}

function fingerprint(entry, folders) {
  const hash = createHash('sha256').update(`${process.version}\n${entry}\n`)
  const files = folders.flatMap((folder) => sources(join(root, folder)))
  for (const path of [...files.sort(), join(root, 'package-lock.json')]) {
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
async function bundle(entry, bundled) {
  const { build } = await import('rolldown')
  const { output } = await build({
    input: entry,
    platform: 'node',
    logLevel: 'silent',
    // Both find files beside their own, some of them native.
    external: ['vite', 'rolldown'],
    // Its build for Node is CommonJS, which cannot be shaken.
    resolve: { alias: { yaml: join(root, 'node_modules', 'yaml', 'browser', 'index.js') } },
    plugins: [ownPlaces],
    output: { format: 'cjs', codeSplitting: false },
    write: false,
  })
  const source = `(function (exports, require, module, __filename) {${output[0].code}\n})`
  keep(bundled, source)
  return source
}

/** A source reads what lies beside it, wherever the bundle is. */
const ownPlaces = {
  name: 'own-places',
  transform(code, id) {
    if (id.includes('node_modules') || !code.includes('import.meta.url')) return null
    return code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
  },
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
