/** A policy that IAM would refuse, or that holds something unknown here: an error at load. */
export class PolicyError extends Error {
  override name = 'PolicyError'
  /** Where in the document, e.g. `Statement[0].Condition.StringLike`. Empty for the whole. */
  readonly path: string

  constructor(where: string, path: string, problem: string) {
    super(`${where}: ${path ? `${path}: ` : ''}${problem}`)
    this.path = path
  }
}

/** The place being read: `where` names the document for a person, `path` the spot inside it. */
export interface Place {
  where: string
  path: string
}

export function inside(place: Place, step: string | number): Place {
  const path =
    typeof step === 'number'
      ? `${place.path}[${step}]`
      : [place.path, step].filter(Boolean).join('.')
  return { where: place.where, path }
}

export function refuse(place: Place, problem: string): never {
  throw new PolicyError(place.where, place.path, problem)
}
