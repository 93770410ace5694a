/** A response whose body is at hand as text, for those who would read it out of its stream. */
export class TextResponse extends Response {
  readonly known: string

  constructor(text: string, init: ResponseInit) {
    super(text, init)
    this.known = text
  }
}

/** Undefined for all but a `TextResponse`. */
export function knownText(response: Response): string | undefined {
  return response instanceof TextResponse ? response.known : undefined
}
