import type { PropertyReader } from '../../property-reader.ts'

const levels = [1, 2, 3, 4]

/**
 * `AcrConfiguration`: the pool's names of its levels, all four of them once one is given. AWS's API has
 * it; CloudFormation has not yet.
 */
export function readAcrNames(pool: PropertyReader): string[] | undefined {
  const configuration = pool.map('AcrConfiguration')
  if (!configuration) return undefined
  const names = levels.map((level) => {
    const name = configuration.map(`Level${level}`)?.string('AcrValue')
    if (name !== undefined && !/^[^\s"\\]{1,64}$/.test(name)) {
      configuration.problem(
        `Level${level}`,
        'needs an AcrValue of 1 to 64 characters, without spaces, quotes and backslashes.',
      )
    }
    return name ?? `urn:cognito:loa:${level}`
  })
  if (new Set(names).size < names.length) {
    pool.problem('AcrConfiguration', 'has one name for two levels.')
  }
  return names
}
