import { execFile, execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const cache = join(import.meta.dirname, '../../../node_modules/.cache/clients')

/**
 * Installs what a client's `Packages` line names into a folder of its own, once.
 *
 * @returns its folder and environment; `missing` in words where this machine lacks what it needs.
 */
export async function installPackages(packages) {
  const [registry = '', ...names] = packages.split(' ')
  const key = createHash('sha256').update(packages).digest('hex').slice(0, 12)
  const folder = join(cache, key)
  switch (registry) {
    case 'npm':
      await once(folder, async () => {
        writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
        await run('npm', ['install', '--silent', '--no-audit', '--no-fund', ...names], {
          cwd: folder,
        })
      })
      return { folder, env: {} }
    case 'pypi': {
      if (!hasCommand('python3')) return { missing: 'python3 is not here' }
      await once(folder, async () => {
        await run('python3', ['-m', 'venv', folder])
        await run(join(folder, 'bin/python'), ['-m', 'pip', 'install', '--quiet', ...names])
      })
      const path = `${join(folder, 'bin')}:${process.env.PATH ?? ''}`
      return { folder, env: { PATH: path } }
    }
    case 'debian': {
      mkdirSync(folder, { recursive: true })
      const missing = names.filter((name) => !isDebianPackage(name))
      if (missing.length > 0) return { missing: `apt-get install ${missing.join(' ')}` }
      return { folder, env: {} }
    }
    case 'command': {
      mkdirSync(folder, { recursive: true })
      const missing = names.filter((name) => !hasCommand(name))
      return missing.length > 0
        ? { missing: `not on this machine: ${missing.join(', ')}` }
        : { folder, env: {} }
    }
    default:
      throw new Error(`Packages of "${registry}"? npm, pypi, debian or command.`)
  }
}

async function once(folder, install) {
  const done = join(folder, '.installed')
  if (existsSync(done)) return
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await install()
  writeFileSync(done, '')
}

function hasCommand(name) {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`])
    return true
  } catch {
    return false
  }
}

function isDebianPackage(name) {
  try {
    const status = execFileSync('dpkg-query', ['-W', '-f', '${Status}', name], { stdio: 'pipe' })
    return status.toString().endsWith('installed')
  } catch {
    return false
  }
}
