import type { Parameter } from '@aws-sdk/client-cloudformation'
import { checkParameterValue } from '../../../local/template/parameters/check-parameter-value.ts'
import { readTextFile, TextFileError } from '../../../local/node/read-text-file.ts'
import type { ParameterDeclaration } from '../../../local/template/parameters/parameter-declaration.ts'
import type { ParameterOptions } from './arguments.ts'
import { parseParametersFile, type FileParameters } from './parameters-file.ts'
import { refusal } from '../problem.ts'
import type { Terminal } from '../../terminal/terminal.ts'

type Declared = readonly ParameterDeclaration[]

/** What the template says where nothing is given. */
export function defaultsOf(declared: Declared): ReadonlyMap<string, string | undefined> {
  return new Map(declared.map((each) => [each.name, each.default]))
}

/** Values that were given for this run: on the command line, in a file, or when asked. */
export type GivenParameters = ReadonlyMap<string, string>

/**
 * Gathers and checks what was given; the command line wins over the file. Secrets are hidden from the
 * terminal before anything can be said about them.
 *
 * @throws DeployProblem
 */
export async function gatherParameters(
  { parameters, parametersFile }: ParameterOptions,
  declared: Declared,
  { terminal, env }: { terminal: Terminal; env: Readonly<Record<string, string | undefined>> },
): Promise<GivenParameters> {
  const file = readFile(parametersFile)
  const secretNames = new Set(declared.filter(({ noEcho }) => noEcho).map(({ name }) => name))
  terminal.hide([...file.values].filter(([name]) => secretNames.has(name)).map(([, text]) => text))
  checkNames([...file.values.keys(), ...file.kept, ...parameters.keys()], declared)

  const given = new Map(file.values)
  for (const [name, value] of parameters) {
    if (value !== undefined && secretNames.has(name)) throw secretOnCommandLine(name)
    const text = value ?? env[name] ?? (await askFor(name, secretNames.has(name), terminal))
    if (secretNames.has(name)) terminal.hide([text])
    given.set(name, text)
  }
  for (const declaration of declared) {
    const text = given.get(declaration.name)
    if (text !== undefined) checkValue(declaration, text)
  }
  return given
}

/**
 * What CloudFormation is sent. What was not given keeps the value that the stack has; what the stack
 * does not have either takes the template's default.
 *
 * @param previous names of the parameters that the stack has.
 * @throws DeployProblem for one that has no value anywhere.
 */
export function parametersToSend(
  declared: Declared,
  given: GivenParameters,
  previous: ReadonlySet<string>,
): Parameter[] {
  const missing = declared.filter(
    ({ name, default: text }) => text === undefined && !given.has(name) && !previous.has(name),
  )
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name).join(', ')
    throw refusal(
      `The template needs a value for ${names}.`,
      'Give it with --parameter NAME=VALUE.',
    )
  }
  return declared.flatMap(({ name }): Parameter[] => {
    const ParameterValue = given.get(name)
    if (ParameterValue !== undefined) return [{ ParameterKey: name, ParameterValue }]
    return previous.has(name) ? [{ ParameterKey: name, UsePreviousValue: true }] : []
  })
}

function readFile(path: string | undefined): FileParameters {
  if (path === undefined) return { values: new Map(), kept: new Set() }
  let text: string
  try {
    text = readTextFile(path)
  } catch (error) {
    if (error instanceof TextFileError) throw refusal(error.message, 'Then run this again.')
    throw refusal(`The parameters file ${path} cannot be read.`, 'Look at its name and its rights.')
  }
  return parseParametersFile(text, path)
}

function checkNames(names: readonly string[], declared: Declared): void {
  const unknown = names.filter((name) => !declared.some((each) => each.name === name))
  if (unknown.length === 0) return
  throw refusal(
    `The template has no parameter ${unknown.join(', ')}.`,
    `It has ${declared.map(({ name }) => name).join(', ')}.`,
  )
}

/** What CloudFormation would refuse some seconds later, in the words of the template. */
function checkValue(declaration: ParameterDeclaration, text: string): void {
  try {
    checkParameterValue(declaration, text)
  } catch (error) {
    throw refusal(
      error instanceof Error ? error.message : String(error),
      'infra/README.md says what each parameter is for.',
    )
  }
}

async function askFor(name: string, isSecret: boolean, terminal: Terminal): Promise<string> {
  if (!terminal.isInteractive) {
    throw refusal(
      `There is no value for the parameter ${name}, and nobody to ask.`,
      `Set the environment variable ${name}.`,
    )
  }
  const question = `${name}: `
  return isSecret ? await terminal.askSecret(question) : await terminal.ask(question)
}

/** npm prints the command it runs and logs it, the shell keeps it, and `ps` shows it to everybody. */
function secretOnCommandLine(name: string) {
  return refusal(
    `${name} is a secret, and the command line is no place for one: npm has printed it by now.`,
    `Put it in the environment variable ${name} and give --parameter ${name}, or in a file for --parameters. ` +
      'If others could read this terminal or its log, have the provider make a new one.',
  )
}
