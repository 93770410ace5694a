/**
 * Thrown by a store and by bodies that have been closed, or that a restored state has taken the place
 * of: whoever still holds them is too late.
 */
export class NotInUse extends Error {
  override readonly name = 'NotInUse'

  constructor(what: string) {
    super(`${what} not in use any more`)
  }
}
