import { Lexer } from 'yaml'
import { Fault } from '../template-error.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const maxBytes = 1024 * 1024

/** Far beyond what a template needs, far below what exhausts the parser's stack and memory. */
const maxDepth = 100

/** Refuses text that the YAML parser could not take apart within bounds. */
export function checkYamlBounds(text: string): void {
  if (new TextEncoder().encode(text).length > maxBytes) {
    throw new Fault({ line: 1, column: 1 }, 'The template is larger than 1 MB, AWS’s limit.')
  }
  // The lexer, not yet compiled, would take a tenth of a cold start: a scan shows it is not needed.
  if (mayBeDeep(text)) checkDepth(text)
}

/** Never too low: where a closing bracket may be part of a string or a comment, it is not counted. */
function mayBeDeep(text: string): boolean {
  let depth = 0
  // An empty string, or a quote in a string: with it or without, the rest of the line means the same.
  for (const line of text.replaceAll("''", '').split('\n')) {
    const marks = count(line, /[-?](?=[ \t])/g)
    const opening = count(line, /[[{]/g)
    if (depth + marks + opening > maxDepth) return true
    depth += /["'#]/.test(line) ? opening : Math.max(0, opening - count(line, /[\]}]/g))
  }
  return false
}

function count(line: string, pattern: RegExp): number {
  return line.match(pattern)?.length ?? 0
}

function checkDepth(text: string): void {
  let line = 1
  let flowDepth = 0
  let marks = 0
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') flowDepth += 1
    else if (token === ']' || token === '}') flowDepth -= 1
    else if (token === '-' || token === '?') marks += 1
    else if (token.includes('\n')) {
      line += token.split('\n').length - 1
      marks = 0
    }
    if (flowDepth + marks > maxDepth) {
      throw new Fault({ line, column: 1 }, `This is nested more than ${maxDepth} levels deep.`)
    }
  }
}
