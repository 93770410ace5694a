export type AttributeProblem =
  | { kind: 'wrongPool' | 'trigger'; code: string }
  /** The same as when talking to S3, so that one place words them. */
  | { kind: 'common'; error: unknown }

const attributeProblems = new Map<string, Exclude<AttributeProblem['kind'], 'common'>>([
  ['ResourceNotFoundException', 'wrongPool'],
  ['InvalidLambdaResponseException', 'trigger'],
  ['UnexpectedLambdaException', 'trigger'],
  ['UserLambdaValidationException', 'trigger'],
])

/** What kept a whole update from being made; `updateAttributes` tells what one attribute was refused for. */
export function attributeProblem(error: unknown): AttributeProblem {
  if (!(error instanceof Error)) throw error
  const kind = attributeProblems.get(error.name)
  return kind ? { kind, code: error.name } : { kind: 'common', error }
}
