import type { DeployOptions } from '../arguments/arguments.ts'
import type { ChangeSet } from './change-set.ts'
import { changeTable, countOf, warningsOf } from './change-table.ts'
import { confirm } from './confirm.ts'
import { refusal } from '../problem.ts'
import type { Session } from '../aws/session.ts'
import type { Site } from '../site/site-of.ts'
import { accountOf } from '../stack.ts'

export interface Shown {
  type: 'CREATE' | 'UPDATE'
  stackName: string
  /** That there is now. */
  site: Site | undefined
  leaving: Site | undefined
  /** After the change there is one. */
  isHosting: boolean
  /** What people would lose though nothing of theirs is replaced, in words. */
  loss: string | undefined
}

/** Says what would change, and what people would lose by it. */
export function showChanges(
  { terminal, aws }: Session,
  { stackId, changes }: ChangeSet,
  { type, stackName, site, leaving, isHosting, loss }: Shown,
): void {
  const verb = type === 'CREATE' ? 'Create' : 'Update'
  terminal.say(
    `${verb} the stack ${stackName} in ${aws.region}, account ${accountOf(stackId)}: ${countOf(changes) || 'outputs only'}`,
  )
  terminal.say(`\n${changeTable(changes, site?.bucket)}`)
  for (const warning of [...warningsOf(changes, site?.bucket), ...(loss ? [loss] : [])]) {
    terminal.say(`\n!!! WARNING: ${warning}`)
  }
  if (leaving) {
    terminal.say(
      `\nThe site ${leaving.url} goes off the air: the built app is deleted from its bucket first.`,
    )
  }
  if (isHosting)
    terminal.say(`\nThen the app is built and published${site ? ` at ${site.url}` : ''}.`)
}

/** Where data would be lost from sight, a plain yes is not enough, and neither is `--yes`. */
export async function confirmChanges(
  session: Session,
  { changes }: ChangeSet,
  { type, site, loss }: Pick<Shown, 'type' | 'site' | 'loss'>,
  { isConfirmed, allowReplacement, stackName }: DeployOptions,
): Promise<void> {
  const isLossy = loss !== undefined || warningsOf(changes, site?.bucket).length > 0
  if (!isConfirmed) {
    const question = type === 'CREATE' ? 'Create the stack?' : 'Update the stack?'
    return await confirm(session, question, isLossy ? stackName : 'yes')
  }
  if (!isLossy || allowReplacement) return
  throw refusal(
    loss ??
      'The change would replace or remove what holds people’s data, which --yes alone does not allow.',
    'Nothing was changed. If that is what you want, give --allow-replacement as well.',
  )
}
