import { createProblems } from '../problems.ts'
import { readSections } from '../sections.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'

/**
 * The names of the parameters that a template has; none of one that cannot be read, which is for
 * `loadTemplate` to tell. A value for any other name is an error there.
 */
export function declaredParameters(text: string): readonly string[] {
  const problems = createProblems('')
  const sections = problems.attempt(() => readSections(parseYaml(text, problems), problems))
  return sections?.parameters?.entries.map(({ key }) => key) ?? []
}
