import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { playwright, staticStages, vitest } from '../../gate-stages.mjs'
import { requireChromium } from '../../support/node/chromium.mjs'

const repository = join(import.meta.dirname, '../../..')
const folder = join(repository, 'node_modules/.cache/bench/parent')

interface Time {
  /** Of the processor, in user and system code, all that the stage started included. */
  cpuSeconds: number
  wallSeconds: number
  isPassed: boolean
}

/**
 * The gate's part of `npm run bench`: what each stage takes here, as the files are now, beside what it
 * takes at the parent commit. Each stage runs at both before the next, so that a busy machine is as busy
 * for the one as for the other; processor seconds hardly move with it.
 */
export function benchGate(): void {
  const wanted = process.env['BENCH_STAGES']?.split(',')
  const stages = [...staticStages, vitest, playwright].filter(
    ({ name }) => !wanted || wanted.includes(name),
  )
  checkOutParent()
  try {
    const rows = stages.map((stage) => {
      const before = time(folder, stage)
      const now = time(repository, stage)
      return [stage.name, rowOf(before, now)] as const
    })
    console.log('\nStages of the gate, as they are now and at the parent commit, in seconds')
    console.table(Object.fromEntries(rows))
  } finally {
    git('worktree', 'remove', '--force', folder)
  }
}

/** With the packages of its own lockfile, which are those that are here where the lockfile is the same. */
function checkOutParent(): void {
  rmSync(folder, { recursive: true, force: true })
  git('worktree', 'prune')
  git('worktree', 'add', '--detach', folder, 'HEAD^')
  if (git('diff', 'HEAD^', '--', 'package-lock.json') !== '') return void run(folder, 'npm', ['ci'])
  const packages = join(repository, 'node_modules')
  cpSync(packages, join(folder, 'node_modules'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !source.startsWith(join(packages, '.')) || isKept(source, packages),
  })
}

/** The commands of packages, and npm's note of what is there; not what was cached. */
function isKept(source: string, packages: string): boolean {
  return ['.bin', '.package-lock.json'].some((name) => source.startsWith(join(packages, name)))
}

function time(root: string, stage: { command: string; args: readonly string[] }): Time {
  // The shell's `time` alone sees the processes below a process, once they have ended.
  const script = 'TIMEFORMAT="times %R %U %S"; time "$@" >/dev/null 2>&1'
  const { status, stderr } = run(root, 'bash', ['-c', script, 'bash', stage.command, ...stage.args])
  const [, wall, user, system] = /times (\S+) (\S+) (\S+)\s*$/.exec(stderr) ?? []
  return {
    cpuSeconds: Number(user) + Number(system),
    wallSeconds: Number(wall),
    isPassed: status === 0,
  }
}

function rowOf(before: Time, now: Time) {
  const round = (value: number) => Math.round(value * 100) / 100
  return {
    'CPU at parent': round(before.cpuSeconds),
    'CPU now': round(now.cpuSeconds),
    'CPU ratio': round(now.cpuSeconds / before.cpuSeconds),
    'wall ratio': round(now.wallSeconds / before.wallSeconds),
    passed: before.isPassed === now.isPassed ? String(now.isPassed) : `now ${now.isPassed}`,
  }
}

function run(cwd: string, command: string, args: readonly string[]) {
  const env = { ...process.env, NODE_ENV: '', CHROMIUM_PATH: requireChromium() }
  const done = spawnSync(command, args, { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 30 })
  if (done.error) throw done.error
  return done
}

function git(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: repository, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout
}
