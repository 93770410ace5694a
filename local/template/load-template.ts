import { assemble } from './assemble.ts'
import type { Deployment } from './deployment.ts'
import { evaluateTemplate } from './evaluate-template.ts'
import type { LoadContext } from './load-context.ts'
import { createProblems } from './problems.ts'

/**
 * Reads a CloudFormation template into what the local AWS serves.
 *
 * @param source `file` names the text in errors, e.g. `infra/template.yaml`.
 * @throws TemplateError with every problem that could be found in one reading.
 */
export function loadTemplate(
  source: { text: string; file: string },
  context: LoadContext,
): Deployment {
  const problems = createProblems(source.file)
  const { resources, outputs } = evaluateTemplate(source.text, context, problems)
  const deployment = assemble(resources, context, problems)
  problems.throwIfAny()
  return { ...deployment, outputs }
}
