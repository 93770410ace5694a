import type { ResourceChange } from '@aws-sdk/client-cloudformation'

type Kind = 'add' | 'modify' | 'replace' | 'may replace' | 'remove' | 'import'

/** What people lose sight of when the resource is replaced or removed. */
const losses: Readonly<Record<string, string>> = {
  'AWS::Cognito::UserPool':
    'a new, empty user pool: nobody can sign in any more, everybody has to sign up again',
  'AWS::Cognito::IdentityPool':
    'a new identity pool: everybody gets a new identity, and no longer reaches their own objects',
  'AWS::S3::Bucket': 'a new, empty bucket: profiles and pictures are no longer found by the app',
}

/**
 * What would change, a row a resource.
 *
 * @param siteBucket physical id of the bucket with the built app, which is no loss.
 */
export function changeTable(changes: readonly ResourceChange[], siteBucket?: string): string {
  if (changes.length === 0) return '  No resource changes, only what the stack gives out.'
  const rows = changes.map((change) => [
    isLossy(change, siteBucket) ? kindOf(change).toUpperCase() : kindOf(change),
    change.LogicalResourceId ?? '',
    shortType(change.ResourceType),
    detailOf(change),
  ])
  const hasDetails = rows.some((row) => row.at(-1) !== '')
  return table([['', 'resource', 'type', hasDetails ? 'because of' : ''], ...rows])
}

/** Changes after which data that people have given is not where the app looks for it. */
export function warningsOf(changes: readonly ResourceChange[], siteBucket?: string): string[] {
  const lossy = changes.filter((change) => isLossy(change, siteBucket))
  return lossy.map((change) => {
    const { LogicalResourceId = '', ResourceType = '', PhysicalResourceId = '' } = change
    const verb = { replace: 'WILL BE REPLACED', remove: 'WILL BE REMOVED' }[
      kindOf(change) as string
    ]
    const result =
      kindOf(change) === 'remove' ? 'it goes from the stack' : `by ${losses[ResourceType] ?? ''}`
    const old = /Retain/.test(change.PolicyAction ?? '')
      ? 'The old one is kept outside the stack.'
      : 'The old one is deleted, with all that is in it, unless it is protected.'
    return `${LogicalResourceId} (${PhysicalResourceId}) ${verb ?? 'MAY BE REPLACED'}: ${result}. ${old}`
  })
}

/** @returns how many of each, as in "9 to add, 1 that may be replaced". */
export function countOf(changes: readonly ResourceChange[]): string {
  const counts = new Map<Kind, number>()
  for (const kind of changes.map(kindOf)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts]
    .map(
      ([kind, count]) =>
        `${count} ${kind === 'may replace' ? 'that may be replaced' : `to ${kind}`}`,
    )
    .join(', ')
}

function isLossy(change: ResourceChange, siteBucket: string | undefined): boolean {
  if (siteBucket !== undefined && change.PhysicalResourceId === siteBucket) return false
  return (
    ['replace', 'may replace', 'remove'].includes(kindOf(change)) &&
    Object.hasOwn(losses, change.ResourceType ?? '')
  )
}

function kindOf({ Action, Replacement }: ResourceChange): Kind {
  if (Action === 'Add') return 'add'
  if (Action === 'Remove') return 'remove'
  if (Action === 'Import') return 'import'
  if (Replacement === 'True') return 'replace'
  return Replacement === 'Conditional' ? 'may replace' : 'modify'
}

/** Names of properties, never their values: some are secrets. */
function detailOf({ Action, Details = [], PolicyAction }: ResourceChange): string {
  if (Action === 'Remove') return PolicyAction === 'Retain' ? 'kept outside the stack' : ''
  const names = Details.map(({ Target }) => Target?.Name ?? Target?.Attribute ?? '')
  return [...new Set(names)].filter((name) => name !== '').join(', ')
}

function shortType(type = ''): string {
  return type.replace(/^AWS::/, '')
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => `  ${line.trimEnd()}`)
    .join('\n')
}
