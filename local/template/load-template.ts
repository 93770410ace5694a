import { assemble } from './assemble.ts'
import type { Deployment } from './deployment.ts'
import { evaluateTemplate } from './evaluate-template.ts'
import type { LoadContext } from './load-context.ts'
import { createProblems } from './problems.ts'

/**
 * Reads a CloudFormation template into what the local AWS serves.
 *
 * @param source `file` names the text in errors, e.g. `infra/template.yaml`.
 * @param problemsOfOutputs says what is wrong with them for who asks.
 * @throws TemplateError with every problem that could be found in one reading.
 */
export function loadTemplate(
  source: { text: string; file: string },
  context: LoadContext,
  problemsOfOutputs: (outputs: Deployment['outputs']) => readonly string[] = () => [],
): Deployment {
  const problems = createProblems(source.file)
  const evaluated = evaluateTemplate(source.text, context, problems)
  const { resources, outputs, outputsAt } = evaluated
  for (const message of problemsOfOutputs(outputs)) problems.add(outputsAt, message)
  const deployment = assemble(resources, context, problems)
  problems.throwIfAny()
  return {
    ...deployment,
    outputs,
    notEmulated: [...evaluated.notEmulated, ...deployment.notEmulated],
  }
}
