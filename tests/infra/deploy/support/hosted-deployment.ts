import { startDeployment, type Deployment, type Run, type RunSetup } from './deployment.ts'
import { site } from './fake-site.ts'
import { hostingTemplate } from './hosting-template.ts'
import type { FakeBucket } from './fake-bucket.ts'

export interface HostedDeployment extends Deployment {
  /** `npm run deploy -- --hosting --yes` */
  host: (setup?: RunSetup) => Promise<Run>
  siteBucket: () => FakeBucket
  /** Keys of the app's files, without what the command keeps for itself. */
  keys: () => string[]
}

/** On a template that is short, and so quickly read. */
export async function startHosting(): Promise<HostedDeployment> {
  const deployment = await startDeployment()
  const run = (argv: readonly string[], setup: RunSetup = {}) =>
    deployment.run(argv, { template: hostingTemplate, ...setup })
  const siteBucket = () => deployment.aws.buckets.get(site.bucket)!
  return {
    ...deployment,
    run,
    host: (setup) => run(['--hosting', '--yes'], setup),
    siteBucket,
    keys: () => [...siteBucket().objects.keys()].filter((key) => !key.startsWith('.')).sort(),
  }
}
