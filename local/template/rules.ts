import { evaluateCondition } from './intrinsics/evaluate-condition.ts'
import { evaluate } from './intrinsics/evaluate.ts'
import type { Scope } from './intrinsics/scope.ts'
import { findEntry, type MapEntry, type MapNode, type TemplateNode } from './nodes.ts'
import type { Problems } from './problems.ts'
import { Fault } from './template-error.ts'

const ruleKeys = ['Assertions', 'RuleCondition']
const assertionKeys = ['Assert', 'AssertDescription']

/**
 * Checks parameters against each other before anything is made of them, as CloudFormation does.
 * What an assertion says when it does not hold is the problem.
 *
 * @param scope knows parameters only.
 * @param ofStore parameters whose value is AWS's alone; a rule that asks one is passed over.
 * @returns a sentence for each rule that was passed over.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html
 */
export function checkRules(
  section: MapNode<TemplateNode> | undefined,
  scope: Scope,
  ofStore: ReadonlyMap<string, string>,
  problems: Problems,
): string[] {
  const passedOver: string[] = []
  for (const entry of section?.entries ?? []) {
    const name = [...ofStore.keys()].find((each) => refersTo(entry.value, each))
    if (name === undefined) problems.attempt(() => checkRule(entry, scope, problems))
    else
      passedOver.push(`${entry.key}: the Parameter Store is not here (${ofStore.get(name) ?? ''})`)
  }
  return passedOver
}

function refersTo(node: TemplateNode, name: string): boolean {
  switch (node.kind) {
    case 'scalar':
      return false
    case 'list':
      return node.items.some((item) => refersTo(item, name))
    case 'map':
      return node.entries.some(({ value }) => refersTo(value, name))
    case 'intrinsic': {
      const { argument } = node
      const isOne = node.name === 'Ref' && argument.kind === 'scalar' && argument.text === name
      return isOne || refersTo(argument, name)
    }
  }
}

function checkRule(
  { key, keyAt, value: rule }: MapEntry<TemplateNode>,
  scope: Scope,
  problems: Problems,
): void {
  if (rule.kind !== 'map') throw new Fault(keyAt, `The rule ${key} must be a map.`)
  checkKeys(rule, ruleKeys, problems)
  const assertions = findEntry(rule, 'Assertions')?.value
  if (assertions?.kind !== 'list' || assertions.items.length === 0) {
    throw new Fault(assertions?.at ?? keyAt, `The rule ${key} needs a list of Assertions.`)
  }
  const condition = findEntry(rule, 'RuleCondition')?.value
  const applies = !condition || evaluateCondition(condition, scope, evaluate)
  for (const assertion of assertions.items) {
    problems.attempt(() => {
      const failure = failureOf(assertion, key, scope, problems)
      if (applies && failure) throw failure
    })
  }
}

/** Evaluated whether or not the rule applies: a mistake in it must not wait for the day it does. */
function failureOf(
  assertion: TemplateNode,
  rule: string,
  scope: Scope,
  problems: Problems,
): Fault | undefined {
  const assert = assertion.kind === 'map' && findEntry(assertion, 'Assert')?.value
  if (assertion.kind !== 'map' || !assert) {
    throw new Fault(assertion.at, `Each assertion of the rule ${rule} needs an Assert.`)
  }
  checkKeys(assertion, assertionKeys, problems)
  const description = findEntry(assertion, 'AssertDescription')?.value
  if (description && description.kind !== 'scalar') {
    throw new Fault(description.at, 'AssertDescription must be text.')
  }
  if (evaluateCondition(assert, scope, evaluate)) return undefined
  return new Fault(assertion.at, description?.text ?? `The rule ${rule} does not hold.`)
}

function checkKeys(map: MapNode<TemplateNode>, known: readonly string[], problems: Problems): void {
  for (const { key, keyAt } of map.entries) {
    if (!known.includes(key)) problems.add(keyAt, `A rule has no ${key}.`)
  }
}
