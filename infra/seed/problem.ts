/** Nothing was made: the command line, the file or the surroundings are not right. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly remedy: string

  constructor(what: string, remedy: string) {
    super(what)
    this.remedy = remedy
  }
}
