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
  let line = 1
  let flowDepth = 0
  let indicators = 0
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') flowDepth += 1
    else if (token === ']' || token === '}') flowDepth -= 1
    else if (token === '-' || token === '?') indicators += 1
    else if (token.includes('\n')) {
      line += token.split('\n').length - 1
      indicators = 0
    }
    if (flowDepth + indicators > maxDepth) {
      throw new Fault({ line, column: 1 }, `This is nested more than ${maxDepth} levels deep.`)
    }
  }
}
