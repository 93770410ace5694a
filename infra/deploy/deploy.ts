import type { DeployOptions } from './arguments.ts'
import { createChangeSet, type ChangeSet, type ChangeSetRequest } from './change-set.ts'
import { changeTable, countOf, warningsOf } from './change-table.ts'
import { checkCanConfirm, confirm } from './confirm.ts'
import { describeDeployed } from './describe-deployed.ts'
import { writeEnvFile } from './env-file.ts'
import { executeAndFollow } from './execute.ts'
import { gatherParameters, parametersToSend } from './given-parameters.ts'
import { inStages } from './go-on.ts'
import { cleanChangeSets, discardChangeSet } from './left-change-sets.ts'
import { newOperationName } from './operation-name.ts'
import { outputsToEnv } from './outputs-to-env.ts'
import { DeployProblem, refusal } from './problem.ts'
import type { Session } from './session.ts'
import { settle } from './settle.ts'
import { accountOf, findStack } from './stack.ts'
import { checkTemplateFits, templateBody } from './template-body.ts'
import type { Template } from './template-file.ts'

export interface DeployInput {
  options: DeployOptions
  template: Template
  env: Readonly<Record<string, string | undefined>>
}

/**
 * Creates the stack or updates it, and writes what the app needs to know about it.
 *
 * @throws DeployProblem
 */
export async function deploy(
  { options, template, env }: DeployInput,
  session: Session,
): Promise<void> {
  const { stackName, isConfirmed, templateBucket } = options
  checkCanConfirm(session, isConfirmed)
  checkTemplateFits(template, templateBucket)
  const given = await gatherParameters(options, template.parameters, { ...session, env })

  await inStages(session, async (stage) => {
    const { type, stack } = await settle(session, stackName, isConfirmed)
    if (stack) await cleanChangeSets(session, stack.StackId)
    const previous = type === 'UPDATE' ? (stack?.Parameters ?? []) : []
    const request: ChangeSetRequest = {
      StackName: stackName,
      ChangeSetType: type,
      Parameters: parametersToSend(
        template.parameters,
        given,
        new Set(previous.flatMap(({ ParameterKey }) => ParameterKey ?? [])),
      ),
      ...(await templateBody(session, template, templateBucket)),
    }
    const name = newOperationName(session)
    stage.undo = () => discardChangeSet(session, { ...request, ChangeSetName: name })
    const changeSet = await createChangeSet(session, name, request)
    if (changeSet === undefined) {
      session.terminal.say('Nothing to change: the stack is as the template says.')
    } else {
      showChanges(session, changeSet, { type, stackName })
      await confirmChanges(session, changeSet, type, options)
      session.terminal.say('')
      await executeAndFollow(session, changeSet, () => {
        delete stage.undo
        stage.goOn =
          'AWS goes on without this terminal. Run the same command again to follow it and to finish.'
      })
      stage.goOn = 'The stack is deployed. Run the same command again to finish.'
    }
    delete stage.undo
    await finish(session, options, changeSet?.stackId ?? stackName)
  })
}

function showChanges(
  { terminal, aws }: Session,
  { stackId, changes }: ChangeSet,
  { type, stackName }: { type: 'CREATE' | 'UPDATE'; stackName: string },
): void {
  const verb = type === 'CREATE' ? 'Create' : 'Update'
  terminal.say(
    `${verb} the stack ${stackName} in ${aws.region}, account ${accountOf(stackId)}: ${countOf(changes) || 'outputs only'}`,
  )
  terminal.say(`\n${changeTable(changes)}`)
  for (const warning of warningsOf(changes)) terminal.say(`\n!!! WARNING: ${warning}`)
}

/** Where data would be lost from sight, a plain yes is not enough, and neither is `--yes`. */
async function confirmChanges(
  session: Session,
  { changes }: ChangeSet,
  type: 'CREATE' | 'UPDATE',
  { isConfirmed, allowReplacement, stackName }: DeployOptions,
): Promise<void> {
  const isLossy = warningsOf(changes).length > 0
  if (!isConfirmed) {
    const question = type === 'CREATE' ? 'Create the stack?' : 'Update the stack?'
    return await confirm(session, question, isLossy ? stackName : 'yes')
  }
  if (!isLossy || allowReplacement) return
  throw refusal(
    'The change would replace or remove what holds people’s data, which --yes alone does not allow.',
    'Nothing was changed. If that is what you want, give --allow-replacement as well.',
  )
}

async function finish(
  session: Session,
  { envFile }: DeployOptions,
  stackId: string,
): Promise<void> {
  const stack = await findStack(session, stackId)
  if (stack === undefined) {
    throw new DeployProblem(
      'The stack was deployed, and then deleted by somebody else.',
      'Run the same command again to create it anew.',
    )
  }
  const isChanged = writeEnvFile(envFile, outputsToEnv(stack.Outputs ?? []))
  session.terminal.say(describeDeployed(stack, { envFile, isChanged }))
}
