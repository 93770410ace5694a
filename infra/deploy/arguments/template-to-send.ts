import { isCollection, isMap, isPair, isScalar, parseDocument, visit } from 'yaml'
import type { TemplateNode } from '../../../local/template/nodes.ts'
import { createProblems } from '../../../local/template/problems.ts'
import { parseYaml } from '../../../local/template/yaml/parse-yaml.ts'

/**
 * The template without comments, blank lines and broken lines, which count in what CloudFormation takes
 * and tell it nothing, and what is small on one line. What a person reads in the console stays:
 * descriptions, labels, the functions' own source.
 *
 * @returns the text as it is where it would mean something else, e.g. for a number with noughts before it.
 */
export function templateToSend(text: string): string {
  // Tags of CloudFormation are unknown to the library, which keeps them and warns.
  const document = parseDocument(text, {
    version: '1.1',
    merge: false,
    prettyErrors: false,
    logLevel: 'silent',
  })
  document.commentBefore = null
  document.comment = null
  visit(document, {
    Node(_key, node) {
      delete node.comment
      delete node.commentBefore
      delete node.spaceBefore
    },
  })
  // All of it on one line would begin as JSON does, which CloudFormation then takes it for.
  if (isMap(document.contents)) for (const part of document.contents.items) putOnOneLine(part)
  const shorter = document.toString({ lineWidth: 0, indent: 1, flowCollectionPadding: false })
  return meaningOf(shorter) === meaningOf(text) ? shorter : text
}

/** Each line saved is a line end and its indent; a whole section on one line is read by nobody. */
const maxValuesOfLine = 60

/** @returns how many values the node has, where they may stand on one line; else Infinity. */
function putOnOneLine(node: unknown): number {
  if (isPair(node)) return putOnOneLine(node.value)
  if (isScalar(node)) {
    // Folded for people who read it at 100 columns.
    const isOneLine = node.type === 'BLOCK_FOLDED' && !String(node.value).includes('\n')
    if (isOneLine) node.type = 'PLAIN'
    return node.type?.startsWith('BLOCK_') === true ? Infinity : 1
  }
  if (!isCollection(node)) return 1
  let count = 0
  for (const item of node.items) count += putOnOneLine(item)
  if (count > maxValuesOfLine) return Infinity
  node.flow = true
  return count
}

/** All that the local AWS reads of a template, but for where it stands. */
function meaningOf(text: string): string {
  const problems = createProblems('template')
  const root: TemplateNode = parseYaml(text, problems)
  problems.throwIfAny()
  return JSON.stringify(root, (key, value: unknown) =>
    key === 'at' || key === 'keyAt' ? undefined : value,
  )
}
