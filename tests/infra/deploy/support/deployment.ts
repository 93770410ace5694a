import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { parseArguments } from '../../../../infra/deploy/arguments/arguments.ts'
import { createAws, type AwsConfig } from '../../../../infra/deploy/aws/aws.ts'
import { deploy } from '../../../../infra/deploy/deploy.ts'
import { destroy } from '../../../../infra/deploy/destroy/destroy.ts'
import { DeployProblem } from '../../../../infra/deploy/problem.ts'
import type { Session } from '../../../../infra/deploy/aws/session.ts'
import type { BuildApp, BuildRequest } from '../../../../infra/deploy/site/build-app.ts'
import { readTemplate } from '../../../../infra/deploy/arguments/template-file.ts'
import { temporaryFolder } from '../../../support/node/temporary-folder.ts'
import { builtApp, writeApp } from './built-app.ts'
import { credentials, startFakeAws, type FakeAws } from './fake-aws.ts'
import { retryAtOnce } from './retry-at-once.ts'
import { createMemoryTerminal, type MemoryTerminal } from './memory-terminal.ts'

export const templateText = readFileSync('infra/template.yaml', 'utf8')

export interface Run {
  /** Ends well, or as this says. */
  problem: DeployProblem | undefined
  terminal: MemoryTerminal
  /** All that a person saw. */
  text: string
}

export interface RunSetup {
  template?: string
  env?: Record<string, string>
  /** Answers to questions, in order. Without any, nobody is there. */
  answers?: string[]
  aws?: Partial<AwsConfig>
  /** Texts of the app that is built, by name. */
  app?: Readonly<Record<string, string>>
  onBuild?: (request: BuildRequest, interrupt: () => void) => void
  /** Called each time the run waits; time goes on after it. */
  onPause?: (interrupt: () => void) => void
  /** Called at a question. */
  onAsk?: (interrupt: () => void) => void
  /** Called at each call, with what it is about: an object's key, in S3. */
  onCall?: (call: string, interrupt: () => void) => void
}

export interface Deployment {
  aws: FakeAws
  envFile: string
  envText: () => string
  run: (argv: readonly string[], setup?: RunSetup) => Promise<Run>
}

/** The command on the real SDK, over a socket, with a time that passes when it waits. */
export async function startDeployment(): Promise<Deployment> {
  const aws = await startFakeAws()
  onTestFinished(() => aws.close())
  const envFile = join(temporaryFolder(), '.env.local')
  return {
    aws,
    envFile,
    envText: () => readFileSync(envFile, 'utf8'),
    run: (argv, setup = {}) => run(aws, [...argv, '--settings-file', envFile], setup),
  }
}

async function run(aws: FakeAws, argv: string[], setup: RunSetup): Promise<Run> {
  const { env = {}, answers, onPause, onAsk, template = templateText } = setup
  const interruption = new AbortController()
  const interrupt = () => interruption.abort()
  aws.onCall = (call) => setup.onCall?.(call, interrupt)
  const terminal = createMemoryTerminal(answers, interruption.signal, () => onAsk?.(interrupt))
  const problem = await problemOf(async () => {
    const clients = await createAws({
      endpoint: aws.url,
      region: 'eu-west-1',
      credentials,
      forcePathStyle: true,
      retryStrategy: retryAtOnce(),
      ...setup.aws,
    })
    const session: Session = {
      aws: clients,
      terminal,
      clock: aws.clock,
      pause(ms) {
        onPause?.(interrupt)
        aws.advance(ms)
        interruption.signal.throwIfAborted()
        return Promise.resolve()
      },
      jitter: () => 0.5,
      signal: interruption.signal,
    }
    const options = parseArguments(argv)
    if (options.command === 'destroy') await destroy(options, session)
    if (options.command === 'deploy') {
      await deploy(
        {
          options,
          template: readTemplate(template, 'infra/template.yaml'),
          env,
          build: buildOf(setup, interrupt),
        },
        session,
      )
    }
  })
  return { problem, terminal, text: terminal.text() }
}

function buildOf({ app = builtApp, onBuild }: RunSetup, interrupt: () => void): BuildApp {
  return (request) => {
    onBuild?.(request, interrupt)
    request.signal.throwIfAborted()
    writeApp(request.outDir, app)
    return Promise.resolve()
  }
}

async function problemOf(work: () => Promise<void>): Promise<DeployProblem | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    if (error instanceof DeployProblem) return error
    throw error
  }
}
