import { parseDocument } from 'yaml'
import { readTextFile } from '../../../local/node/read-text-file.ts'
import {
  readDeclaration,
  type ParameterDeclaration,
} from '../../../local/template/parameters/parameter-declaration.ts'
import { createProblems } from '../../../local/template/problems.ts'
import { readSections } from '../../../local/template/sections.ts'
import { parseYaml } from '../../../local/template/yaml/parse-yaml.ts'
import { refusal } from '../problem.ts'
import { templateToSend } from './template-to-send.ts'

/** What CloudFormation takes in a request; a longer template is read from a bucket. */
export const maxBodyBytes = 51_200

export interface Template {
  /** As it is written. */
  source: string
  /** All of it, without comments. */
  text: () => string
  parameters: readonly ParameterDeclaration[]
}

/** @throws DeployProblem when the file is missing, or is no template. */
export function readTemplateFile(path: string): Template {
  try {
    return readTemplate(readTextFile(path), path)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw refusal(`The template cannot be read.\n${error.message}`, 'Mend it, then run this again.')
  }
}

/**
 * The template as the local AWS reads it, so that a wrong parameter is found before AWS is asked.
 *
 * @throws TemplateError
 */
export function readTemplate(text: string, file: string): Template {
  const problems = createProblems(file)
  const root = problems.attempt(() => parseYaml(text, problems))
  problems.throwIfAny()
  const sections = root && problems.attempt(() => readSections(root, problems))
  const entries = sections?.parameters?.entries ?? []
  const parameters = entries.flatMap(
    ({ key, keyAt, value }) =>
      problems.attempt(() => readDeclaration(key, keyAt, value, problems)) ?? [],
  )
  problems.throwIfAny()
  let whole: string | undefined
  return { source: text, text: () => (whole ??= templateToSend(text)), parameters }
}

/**
 * Logical ids of what stays when the stack goes, by the template that AWS has. It may be of another
 * day than the file here, so anything that is YAML or JSON is read.
 */
export function retainedResources(templateBody: string): Set<string> {
  const json = parseDocument(templateBody, {
    prettyErrors: false,
    logLevel: 'silent',
  }).toJS() as unknown
  const resources = json instanceof Object && 'Resources' in json ? json.Resources : undefined
  const entries = Object.entries((resources ?? {}) as Record<string, { DeletionPolicy?: string }>)
  return new Set(
    entries
      .filter(([, { DeletionPolicy }]) => DeletionPolicy?.startsWith('Retain') === true)
      .map(([logicalId]) => logicalId),
  )
}
