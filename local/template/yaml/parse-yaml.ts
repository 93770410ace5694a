import { LineCounter, parseDocument, type Tags } from 'yaml'
import type { TemplateNode } from '../nodes.ts'
import type { Problems } from '../problems.ts'
import { Fault, type Position } from '../template-error.ts'
import { checkYamlBounds } from './check-yaml-bounds.ts'
import { toTemplateNode } from './to-template-node.ts'

/**
 * YAML 1.1 without what CloudFormation leaves out of it: the binary, omap, pairs, set and timestamp
 * types (so `Version: 2012-10-17` is a string), aliases and merge keys.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
 */
const leftOut = /:(binary|merge|omap|pairs|set|timestamp)$/

interface Parsed {
  text: string
  /** The fault that ended the reading, where there is no result. */
  root: TemplateNode | Fault
  /** Those that did not. */
  faults: readonly Fault[]
}

/** The newest text's: one load reads it for the names of its parameters, and for all of it. */
let last: Parsed | undefined

/** @throws Fault, or adds to `problems` what does not stop the rest from being read. */
export function parseYaml(text: string, problems: Problems): TemplateNode {
  if (last?.text !== text) last = parse(text)
  const { root, faults } = last
  for (const fault of faults) {
    problems.attempt(() => {
      throw fault
    })
  }
  if (root instanceof Fault) throw root
  return root
}

function parse(text: string): Parsed {
  const faults: Fault[] = []
  try {
    return { text, root: parseRoot(text, faults), faults }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { text, root: error, faults }
  }
}

function parseRoot(text: string, faults: Fault[]): TemplateNode {
  checkYamlBounds(text)
  const lines = new LineCounter()
  const document = parseDocument(text, {
    version: '1.1',
    merge: false,
    // A warning for each `!Ref`, with the line of the text in it, would take half of the reading.
    prettyErrors: false,
    lineCounter: lines,
    customTags: (tags) => tags.filter(isRead).map(withoutLetters),
  })
  const positionOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  // The first of a row: one missing bracket makes the parser complain about the rest of the file.
  const [error] = document.errors
  if (error) throw new Fault(positionOf(error.pos[0]), `${error.message}.`)
  if (document.contents === null) throw new Fault({ line: 1, column: 1 }, 'The template is empty.')
  return toTemplateNode(document.contents, { text, positionOf, faults })
}

type Tag = Tags[number]

function isRead(tag: Tag): boolean {
  return typeof tag === 'string' || !leftOut.test(tag.tag)
}

/** `y` and `n` are truth values by YAML 1.1's book, and text to CloudFormation's parser. */
function withoutLetters(tag: Tag): Tag {
  if (typeof tag === 'string' || !tag.tag.endsWith(':bool') || !tag.test) return tag
  return { ...tag, test: new RegExp(`(?![YyNn]$)${tag.test.source}`) }
}
