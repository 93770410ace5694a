import { spawn } from 'node:child_process'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { installPackages } from './support/install-packages.mjs'
import { readHeader } from './support/read-header.mjs'
import { startLocalAws } from './support/start-local-aws.mjs'

/**
 * `npm run test:clients [-- NAME …]`: drives the local AWS with clients that others wrote, each in a
 * process of its own, at a local AWS of its own. Outside `npm test`, since it installs packages.
 *
 * A script begins with comments that say what it is:
 *
 *   Client:    the name in docs/clients.md
 *   Packages:  `npm NAME@VERSION …` or `pypi NAME==VERSION …`, installed into a cache; or
 *              `debian NAME …` or `command NAME …`, without which the script is skipped
 *   Local AWS: flags that it is started with (may be left out)
 *   Proves:    what works, for docs/clients.md
 *
 * It is told where things are in its environment (`support/start-local-aws.mjs`), and fails by its
 * exit code.
 */
const folder = import.meta.dirname
const runners = { '.mjs': process.execPath, '.py': 'python3', '.sh': 'bash' }

function readClients() {
  return readdirSync(folder)
    .filter((name) => extname(name) in runners && name !== 'run.mjs')
    .sort()
    .map((name) => ({ name, ...readHeader(readFileSync(join(folder, name), 'utf8')) }))
}

async function runClient(client) {
  const installed = await installPackages(client.packages).catch(
    (/** @type {unknown} */ error) => ({
      fault: error instanceof Error ? error.message : String(error),
    }),
  )
  if (installed.fault !== undefined) return { result: 'failed', why: installed.fault }
  if (installed.missing !== undefined) return { result: 'skipped', why: installed.missing }
  const localAws = await startLocalAws(client.flags.split(' ').filter(Boolean))
  try {
    // A script imports packages from where it lies, so it is run beside them.
    for (const name of [client.name, 'support']) {
      cpSync(join(folder, name), join(installed.folder, name), { recursive: true })
    }
    const env = { ...process.env, ...installed.env, ...localAws.env }
    const program = runners[extname(client.name)]
    const child = spawn(program, [client.name], { env, cwd: installed.folder })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => (output += chunk))
    }
    const code = await new Promise((resolve) => child.on('close', resolve))
    return code === 0 ? { result: 'passed' } : { result: 'failed', why: output }
  } finally {
    await localAws.close()
  }
}

async function main(names) {
  const clients = readClients().filter(
    ({ name }) => names.length === 0 || names.some((part) => name.startsWith(part)),
  )
  if (clients.length === 0) throw new Error(`There is no client ${names.join(', ')}.`)
  const results = []
  for (const client of clients) {
    const { result, why = '' } = await runClient(client)
    results.push(result)
    console.log(`${result.padEnd(8)} ${client.name.padEnd(28)} ${client.packages}`)
    if (why !== '') console.log(why.trimEnd().replaceAll(/^/gm, '         '))
  }
  const count = (result) => results.filter((each) => each === result).length
  console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`)
  if (count('failed') > 0) process.exitCode = 1
}

await main(process.argv.slice(2))
