import { createConditions } from './conditions.ts'
import type { Scope } from './intrinsics/scope.ts'
import type { LoadContext } from './load-context.ts'
import { findEntry, type MapNode, type TemplateNode, textValue, type Value } from './nodes.ts'
import { readOutputs } from './outputs.ts'
import { readParameters } from './parameters/parameters.ts'
import type { Problems } from './problems.ts'
import { findPseudoParameter } from './parameters/pseudo-parameters.ts'
import { attributeNamesOf, type EvaluatedResource, findAttribute, refOf } from './resource-types.ts'
import { checkRules } from './rules.ts'
import { createResources, type Resources } from './resources.ts'
import type { Secrets } from './parameters/secrets.ts'
import { readSections, type Sections } from './sections.ts'
import { Fault, type Position } from './template-error.ts'
import { parseYaml } from './yaml/parse-yaml.ts'

export interface EvaluatedTemplate {
  resources: readonly EvaluatedResource[]
  outputs: Readonly<Record<string, string>>
  /** Where outputs are, or would be. */
  outputsAt: Position
  /** What of the template has no effect here, besides resources. */
  notEmulated: readonly string[]
}

/**
 * A template with its parameters filled, its conditions decided and its functions evaluated.
 *
 * Each stage ends the reading when it found problems, since the next would only echo them.
 *
 * @throws TemplateError
 */
export function evaluateTemplate(
  text: string,
  context: LoadContext,
  problems: Problems,
): EvaluatedTemplate {
  const root = problems.attempt(() => parseYaml(text, problems))
  problems.throwIfAny()
  const sections = root && problems.attempt(() => readSections(root, problems))
  problems.throwIfAny()
  const outputsAt = sections?.outputs?.at ?? { line: 1, column: 1 }
  if (!sections) return { resources: [], outputs: {}, outputsAt, notEmulated: [] }

  const parameters = readParameters(sections.parameters, context.parameters, problems)
  problems.throwIfAny()

  const { parameterScope, scope, resources } = createScope(sections, parameters, context, problems)
  const notEmulated = checkRules(sections.rules, parameterScope, parameters.ofStore, problems)
  problems.throwIfAny()
  for (const { key, keyAt } of sections.conditions?.entries ?? []) {
    problems.attempt(() => scope.condition(key, keyAt))
  }
  problems.throwIfAny()

  const evaluated = {
    resources: resources.all(),
    outputs: readOutputs(sections.outputs, scope, problems),
    outputsAt,
    notEmulated,
  }
  problems.throwIfAny()
  return evaluated
}

function createScope(
  sections: Sections,
  { values, ofStore }: ReturnType<typeof readParameters>,
  context: LoadContext,
  problems: Problems,
): { parameterScope: Scope; scope: Scope; resources: Resources } {
  const { secrets } = problems

  function findParameter(name: string, at: Position): Value | undefined {
    const pseudo = findPseudoParameter(name, context)
    if (pseudo !== undefined) return textValue(at, pseudo)
    const storeName = ofStore.get(name)
    if (storeName === undefined) return values.get(name)
    throw new Fault(
      at,
      `${name} is what AWS’s Parameter Store keeps as ${storeName}, which is not here. Use a parameter of type String.`,
    )
  }

  function mapping(name: string, at: Position): MapNode<TemplateNode> {
    const value = sections.mappings && findEntry(sections.mappings, name)?.value
    if (value?.kind === 'map') return value
    throw new Fault(at, `The template has no mapping ${name}.`)
  }

  function parameter(name: string, at: Position): Value {
    const value = findParameter(name, at)
    if (value) return value
    throw new Fault(at, `A condition can refer to parameters only, and ${name} is none.`)
  }

  const condition = createConditions(sections.conditions, { secrets, mapping, ref: parameter })
  const parameterScope = createParameterScope(parameter, secrets)

  const scope: Scope = {
    secrets,
    mapping,
    condition,
    ref(name, at) {
      if (name === 'AWS::NoValue') return undefined
      const value = findParameter(name, at)
      return value ?? textValue(at, refOf(resources.get(name, at), context))
    },
    attribute(logicalId, name, at) {
      const resource = resources.get(logicalId, at)
      const value = findAttribute(resource, name, context)
      if (value !== undefined) return value
      const names = attributeNamesOf(resource.type)
      const known = names.length > 0 ? `It has ${names.join(', ')}.` : 'It has none.'
      throw new Fault(at, `The local AWS knows no attribute ${name} of ${resource.type}. ${known}`)
    },
  }
  const resources = createResources(sections.resources, scope, problems)
  return { parameterScope, scope, resources }
}

/** What a rule may ask: parameters, since nothing else is there yet. */
function createParameterScope(ref: Scope['ref'], secrets: Secrets): Scope {
  const refuse = (name: string, at: Position): never => {
    throw new Fault(at, `A rule can refer to parameters only, and ${name} is none.`)
  }
  return {
    secrets,
    isOfRule: true,
    ref,
    attribute: (id, _name, at) => refuse(id, at),
    condition: refuse,
    mapping: refuse,
  }
}
