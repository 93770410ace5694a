import { isMap, isPair, isScalar, isSeq, parseDocument, visit, type Document } from 'yaml'
import { createConditions } from '../../../local/template/conditions.ts'
import {
  findEntry,
  textValue,
  type MapNode,
  type TemplateNode,
} from '../../../local/template/nodes.ts'
import { createProblems } from '../../../local/template/problems.ts'
import { readSections } from '../../../local/template/sections.ts'
import { Fault, type Position } from '../../../local/template/template-error.ts'
import { parseYaml } from '../../../local/template/yaml/parse-yaml.ts'

/** Undefined for what is not known, or not to be looked at. */
type ValueOf = (parameter: string) => string | undefined

export interface Parts {
  /** Conditions that resources or outputs hang on, and whether they hold; undefined where that cannot be told. */
  decided: ReadonlyMap<string, boolean | undefined>
  /** The parameters that each of them asks, also by way of other conditions. */
  parametersOf: (condition: string) => ReadonlySet<string>
}

/** Reads which parts of a template there are, and which of them these values turn on. */
export function readParts(text: string, valueOf: ValueOf): Parts {
  const problems = createProblems('template')
  const root = parseYaml(text, problems)
  const { conditions, resources, outputs } = readSections(root, problems)
  problems.throwIfAny()
  const isOn = createConditions(conditions, {
    secrets: problems.secrets,
    ref(name, at) {
      const value = valueOf(name)
      if (value === undefined) throw new Fault(at, `${name} is not known.`)
      return textValue(at, value)
    },
    mapping(name, at) {
      throw new Fault(at, `The mapping ${name} is not looked at.`)
    },
  })
  const owned = [resources, outputs].flatMap((section) => conditionsOf(section))
  const decide = (name: string, at: Position): boolean | undefined => {
    try {
      return isOn(name, at)
    } catch (error) {
      if (error instanceof Fault) return undefined
      throw error
    }
  }
  const decided = new Map(owned.map(({ name, node }) => [name, decide(name, node.at)]))
  return { decided, parametersOf: (condition) => parametersOf(condition, conditions) }
}

/**
 * The template without the resources and outputs that are off by these values, and without what refers
 * to them: it makes the same stack. The parameters that it was decided by take no other value any more,
 * and say what to do: in the console a change of them would come to nothing.
 *
 * @param unknown whether what cannot be told is `on`, or off: then it is the least that may be left.
 */
export function leaveOutWhatIsOff(
  text: string,
  valueOf: ValueOf,
  unknown: 'on' | 'off' = 'on',
): string {
  const { decided, parametersOf } = readParts(text, valueOf)
  const isLeftOut = (isOn = unknown === 'on') => !isOn
  const off = new Set([...decided].flatMap(([name, isOn]) => (isLeftOut(isOn) ? [name] : [])))
  const document = parseDocument(text, { version: '1.1', merge: false, logLevel: 'silent' })
  const gone = new Set(['Resources', 'Outputs'].flatMap((name) => removeFrom(document, name, off)))
  visit(document, {
    Pair(_key, pair) {
      if (isScalar(pair.key) && pair.key.value === 'DependsOn') {
        pair.value = without(pair.value, gone)
        if (pair.value === undefined) return visit.REMOVE
      }
      const { value } = pair
      pair.value = otherBranch(value, off)
      return isNothing(pair.value) && pair.value !== value ? visit.REMOVE : undefined
    },
    Seq(_key, list, path) {
      const isArgument = list.tag?.startsWith('!') === true || isOfFunction(path.at(-1))
      list.items = list.items.flatMap((item) => {
        const other = otherBranch(item, off)
        return isNothing(other) && other !== item && !isArgument ? [] : [other]
      })
    },
  })
  for (const name of new Set([...off].flatMap((condition) => [...parametersOf(condition)]))) {
    fix(document, name, valueOf(name) ?? '')
  }
  return document.toString({ lineWidth: 0 })
}

function conditionsOf(section: MapNode<TemplateNode> | undefined) {
  return (section?.entries ?? []).flatMap(({ value }) => {
    const node = value.kind === 'map' ? findEntry(value, 'Condition')?.value : undefined
    return node?.kind === 'scalar' ? [{ name: node.text, node }] : []
  })
}

function parametersOf(
  condition: string,
  conditions: MapNode<TemplateNode> | undefined,
): ReadonlySet<string> {
  const found = new Set<string>()
  const look = (node: TemplateNode | undefined): void => {
    if (node === undefined || node.kind === 'scalar') return
    if (node.kind === 'list') return node.items.forEach(look)
    if (node.kind === 'map') return node.entries.forEach(({ value }) => look(value))
    const { name, argument } = node
    if (name === 'Ref' && argument.kind === 'scalar') found.add(argument.text)
    else if (name === 'Condition' && argument.kind === 'scalar') look(named(argument.text))
    else look(argument)
  }
  const named = (name: string) => conditions && findEntry(conditions, name)?.value
  look(named(condition))
  return found
}

/** @returns the names of what has gone. */
function removeFrom(document: Document, name: string, off: ReadonlySet<string>): string[] {
  const section = document.get(name)
  if (!isMap(section)) return []
  const isOff = (value: unknown) => isMap(value) && off.has(String(value.get('Condition')))
  const gone = section.items.filter(({ value }) => isOff(value))
  section.items = section.items.filter(({ value }) => !isOff(value))
  return gone.map(({ key }) => (isScalar(key) ? String(key.value) : ''))
}

function without(value: unknown, gone: ReadonlySet<string>): unknown {
  const isGone = (item: unknown) => isScalar(item) && gone.has(String(item.value))
  if (isSeq(value)) value.items = value.items.filter((item) => !isGone(item))
  return isGone(value) ? undefined : value
}

/** What stands where a condition is off that chooses between two. */
function otherBranch(node: unknown, off: ReadonlySet<string>): unknown {
  const choice = choiceOf(node)
  if (!choice) return node
  const [condition, , other] = choice
  if (!isScalar(condition) || !off.has(String(condition.value))) return node
  return otherBranch(other, off)
}

/** `!If [a, b, c]`, or the same as `Fn::If`. */
function choiceOf(node: unknown): unknown[] | undefined {
  if (isSeq(node) && node.tag === '!If') return node.items
  const long = isMap(node) && node.items.length === 1 ? node.get('Fn::If') : undefined
  return isSeq(long) ? long.items : undefined
}

/** What a function takes keeps its places. */
function isOfFunction(parent: unknown): boolean {
  return isPair(parent) && isScalar(parent.key) && String(parent.key.value).startsWith('Fn::')
}

function isNothing(node: unknown): boolean {
  return isScalar(node) && node.tag === '!Ref' && node.value === 'AWS::NoValue'
}

/** It keeps its name and type, and the one value that the template was written for. */
function fix(document: Document, parameter: string, value: string): void {
  const declared = document.getIn(['Parameters', parameter])
  if (!isMap(declared)) return
  const text = () => Object.assign(document.createNode(value), { type: 'QUOTE_SINGLE' as const })
  for (const key of ['AllowedPattern', 'ConstraintDescription']) declared.delete(key)
  declared.set('Description', `Set by npm run deploy -- --parameter ${parameter}=`)
  declared.set('Default', text())
  declared.set('AllowedValues', document.createNode([text()]))
}
