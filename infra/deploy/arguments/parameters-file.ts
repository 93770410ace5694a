import { isObject } from '../../../local/core/encoding/is-object.ts'
import { refusal } from '../problem.ts'

/** What a parameters file says. */
export interface FileParameters {
  values: Map<string, string>
  /** Named with `UsePreviousValue`. */
  kept: Set<string>
}

/**
 * Reads the shapes that AWS's own tools read: a map from name to value, alone or below `Parameters`
 * (CodePipeline), and a list of `ParameterKey` and `ParameterValue` (the AWS CLI).
 *
 * @throws DeployProblem that shows no value of the file.
 * @see https://docs.aws.amazon.com/cli/latest/reference/cloudformation/deploy/index.html
 */
export function parseParametersFile(text: string, file: string): FileParameters {
  const json = parseJson(text, file)
  const parameters: FileParameters = { values: new Map(), kept: new Set() }
  if (Array.isArray(json)) {
    for (const item of json) readItem(item, parameters, file)
    return parameters
  }
  if (!isObject(json)) throw shapeProblem(file)
  const map = isObject(json['Parameters']) ? json['Parameters'] : json
  for (const [name, value] of Object.entries(map)) {
    parameters.values.set(name, textOf(name, value, file))
  }
  return parameters
}

function readItem(item: unknown, { values, kept }: FileParameters, file: string): void {
  if (!isObject(item) || typeof item['ParameterKey'] !== 'string') throw shapeProblem(file)
  const { ParameterKey: name, ParameterValue: value, UsePreviousValue: keep } = item
  if (values.has(name) || kept.has(name)) {
    throw refusal(`${file} gives the parameter ${name} twice.`, 'Remove one of the two.')
  }
  if (keep === true) kept.add(name)
  else values.set(name, textOf(name, value, file))
}

/** A list becomes the commas that CloudFormation wants. */
function textOf(name: string, value: unknown, file: string): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
    return value.join(',')
  }
  throw refusal(
    `The parameter ${name} in ${file} is not a text.`,
    'Write it in double quotes; a list has commas: "https://a.example.com/,https://b.example.com/".',
  )
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    // The parser's own words quote the text, which may be a secret.
    throw refusal(`${file} is not JSON.`, 'Look for a missing comma, quote or brace.')
  }
}

function shapeProblem(file: string) {
  return refusal(
    `${file} holds no parameters that can be read.`,
    'Write {"Name": "value"}, or [{"ParameterKey": "Name", "ParameterValue": "value"}].',
  )
}
