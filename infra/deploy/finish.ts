import { confirm } from './change-set/confirm.ts'
import { describeDeployed } from './describe-deployed.ts'
import { writeEnvFile } from './env-file.ts'
import type { Stage } from './go-on.ts'
import { outputsToEnv } from './outputs-to-env.ts'
import { DeployProblem } from './problem.ts'
import type { Session } from './aws/session.ts'
import { buildAndPublish } from './site/build-and-publish.ts'
import type { BuildApp } from './site/build-app.ts'
import { describeSite } from './site/describe-site.ts'
import { siteOf } from './site/site-of.ts'
import { findStack } from './stack.ts'

export interface Deployed {
  stackId: string
  envFile: string
  build: BuildApp
  /** Somebody has said yes in this run. */
  isAgreed: boolean
  stage: Stage
}

/** Writes the settings, publishes the app where the stack hosts it, and says what to open. */
export async function finish(
  session: Session,
  { envFile, build, stackId, isAgreed, stage }: Deployed,
): Promise<void> {
  const stack = await findStack(session, stackId)
  if (stack === undefined) {
    throw new DeployProblem(
      'The stack was deployed, and then deleted by somebody else.',
      'Run the same command again to create it anew.',
    )
  }
  const settings = outputsToEnv(stack.Outputs ?? [])
  const isChanged = writeEnvFile(envFile, settings)
  const site = siteOf(stack.Outputs)
  if (site) {
    if (!isAgreed) await confirm(session, `Build the app and publish it at ${site.url}?`, 'yes')
    await buildAndPublish(session, site, { build, settings }, stage)
  }
  session.terminal.say(describeDeployed(stack, { envFile, isChanged }))
  if (site) session.terminal.say(describeSite(site))
}
