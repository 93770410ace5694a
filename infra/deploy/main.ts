import { setTimeout } from 'node:timers/promises'
import { problemOfApi } from './aws/api-problems.ts'
import { checkNothingWasKeptByNpm, parseArguments } from './arguments/arguments.ts'
import { createAws } from './aws/aws.ts'
import { deploy } from './deploy.ts'
import { destroy } from './destroy/destroy.ts'
import { DeployProblem, exitCodes, type ExitCode } from './problem.ts'
import type { Session } from './aws/session.ts'
import { defaultsOf, gatherParameters } from './arguments/given-parameters.ts'
import { textFor } from './arguments/template-body.ts'
import { createBuild } from './site/build-app.ts'
import { readTemplateFile } from './arguments/template-file.ts'
import { abortOnInterrupt } from '../terminal/interrupt.ts'
import { createTerminal } from '../terminal/terminal.ts'
import { usage } from './arguments/usage.ts'

const templateFile = 'infra/template.yaml'

/** The process edge: arguments, environment, terminal and signals, and nothing else. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  const interruption = new AbortController()
  const interrupt = abortOnInterrupt(interruption)
  const terminal = createTerminal({
    input: process.stdin,
    output: process.stdout,
    signal: interruption.signal,
    onInterrupt: interrupt,
  })
  try {
    checkNothingWasKeptByNpm(process.env)
    const options = parseArguments(argv)
    if (options.command === 'help') {
      terminal.say(usage)
      return exitCodes.done
    }
    if (options.command === 'print-template') {
      const template = readTemplateFile(templateFile)
      const context = { terminal, env: process.env }
      const given = await gatherParameters(options, template.parameters, context)
      const defaults = defaultsOf(template.parameters)
      process.stdout.write(textFor(template, (name) => given.get(name) ?? defaults.get(name)))
      return exitCodes.done
    }
    const region = options.region ?? process.env['AWS_REGION'] ?? process.env['AWS_DEFAULT_REGION']
    const session: Session = {
      aws: await createAws({
        maxAttempts: 6,
        ...(region && { region }),
        ...(options.profile !== undefined && { profile: options.profile }),
      }),
      terminal,
      clock: { now: () => Date.now() },
      pause: (ms) => setTimeout(ms, undefined, { signal: interruption.signal }),
      jitter: () => Math.random(),
      signal: interruption.signal,
    }
    if (options.command === 'destroy') await destroy(options, session)
    else {
      const template = readTemplateFile(templateFile)
      const build = createBuild(process.env)
      await deploy({ options, template, env: process.env, build }, session)
    }
    return exitCodes.done
  } catch (error) {
    const problem = error instanceof DeployProblem ? error : problemOfApi(error)
    if (problem) terminal.say(`\n${problem.message}\n${problem.remedy}`)
    else terminal.say(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return problem?.exitCode ?? exitCodes.failed
  }
}
