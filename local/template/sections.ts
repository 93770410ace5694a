import { defined } from './defined.ts'
import { describe, findEntry, type MapNode, type TemplateNode } from './nodes.ts'
import type { Problems } from './problems.ts'
import { Fault } from './template-error.ts'

export interface Sections {
  parameters?: MapNode<TemplateNode>
  rules?: MapNode<TemplateNode>
  mappings?: MapNode<TemplateNode>
  conditions?: MapNode<TemplateNode>
  resources: MapNode<TemplateNode>
  outputs?: MapNode<TemplateNode>
}

/** `Globals` are of SAM, and say what its own resource types have in common. */
const withoutEffect = ['AWSTemplateFormatVersion', 'Description', 'Globals', 'Metadata']

/**
 * Macros that leave a template as it is where none of their own types and functions are in it; each of
 * those is named where it stands.
 */
const transforms = ['AWS::LanguageExtensions', 'AWS::Serverless-2016-10-31']
const read = ['Parameters', 'Rules', 'Mappings', 'Conditions', 'Resources', 'Outputs']

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html */
export function readSections(root: TemplateNode, problems: Problems): Sections {
  if (root.kind !== 'map') {
    throw new Fault(root.at, `A template is a map of sections, not ${describe(root)}.`)
  }
  for (const { key, keyAt, value } of root.entries) {
    if (withoutEffect.includes(key) || read.includes(key)) continue
    if (key === 'Transform') checkTransforms(value, problems)
    // `Hooks` would change what the rest means.
    else problems.add(keyAt, `The local AWS does not read the section ${key}.`)
  }
  const resources = section(root, 'Resources', problems)
  if (!resources) throw new Fault(root.at, 'A template needs the section Resources.')
  return {
    ...defined('parameters', section(root, 'Parameters', problems)),
    ...defined('rules', section(root, 'Rules', problems)),
    ...defined('mappings', section(root, 'Mappings', problems)),
    ...defined('conditions', section(root, 'Conditions', problems)),
    ...defined('outputs', section(root, 'Outputs', problems)),
    resources,
  }
}

function checkTransforms(node: TemplateNode, problems: Problems): void {
  for (const item of node.kind === 'list' ? node.items : [node]) {
    if (item.kind === 'scalar' && transforms.includes(item.text)) continue
    const named = item.kind === 'map' ? findEntry(item, 'Name')?.value : item
    const name = named?.kind === 'scalar' ? named.text : describe(item)
    problems.add(item.at, `The local AWS does not run the macro ${name}.`)
  }
}

function section(
  root: MapNode<TemplateNode>,
  name: string,
  problems: Problems,
): MapNode<TemplateNode> | undefined {
  const value = findEntry(root, name)?.value
  if (!value) return undefined
  if (value.kind !== 'map') throw new Fault(value.at, `The section ${name} must be a map.`)
  for (const { key, keyAt } of value.entries) {
    if (/^[A-Za-z0-9]{1,255}$/.test(key)) continue
    problems.add(keyAt, `${JSON.stringify(key)} cannot be a name: use letters and digits only.`)
  }
  return value
}
