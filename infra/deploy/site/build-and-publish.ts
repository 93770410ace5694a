import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Stage } from '../go-on.ts'
import type { Session } from '../aws/session.ts'
import type { BuildApp } from './build-app.ts'
import { publish } from './publish.ts'
import { readBuild } from './read-build.ts'
import type { Site } from './site-of.ts'

export interface SiteInput {
  build: BuildApp
  /** By the keys of `.env.local`. */
  settings: ReadonlyMap<string, string>
}

/**
 * Builds the app for the stack as it is now, aside from `dist/`, and publishes it.
 *
 * @throws DeployProblem
 */
export async function buildAndPublish(
  session: Session,
  site: Site,
  { build, settings }: SiteInput,
  stage: Stage,
): Promise<void> {
  const { terminal, signal } = session
  terminal.say(`\nPublishing the app at ${site.url}:`)
  stage.goOn =
    'The stack is deployed, and the site is as it was. Run the same command again to finish.'
  const outDir = mkdtempSync(join(tmpdir(), 'cognito-starter-'))
  try {
    terminal.show('  Building the app …')
    await build({ outDir, settings, signal })
    const files = readBuild(outDir, 'public')
    terminal.show('')
    terminal.say(`  Built: ${files.length} files.`)
    await publish(session, site, files, stage)
  } finally {
    terminal.show('')
    rmSync(outDir, { recursive: true, force: true })
  }
}
