/**
 * What `npm test` runs, in turn but for what only reads the sources, which runs side by side. The bench
 * takes the same stages, so that it tells of no others.
 *
 * @typedef {{ name: string, command: string, args: readonly string[] }} Stage
 */

/** @type {readonly Stage[]} The linter loads the types, and checks them on the way. */
export const staticStages = [
  { name: 'lint and types', command: 'npx', args: ['oxlint', '--type-check'] },
  { name: 'arrows', command: 'node', args: ['tests/architecture/check-arrows.mjs'] },
  { name: 'unused', command: 'npx', args: ['knip', '--no-progress'] },
  { name: 'format', command: 'npx', args: ['oxfmt', '--check'] },
  { name: 'build', command: 'npm', args: ['run', '-s', 'build', '--', '--mode', 'local'] },
]

/** @type {Stage} */
export const vitest = { name: 'vitest', command: 'npx', args: ['vitest', 'run'] }

/** @type {Stage} Of what the stage `build` left in `dist/`. */
export const playwright = { name: 'playwright', command: 'npx', args: ['playwright', 'test'] }
