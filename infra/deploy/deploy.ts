import type { DeployOptions } from './arguments/arguments.ts'
import { createChangeSet, type ChangeSetRequest } from './change-set/change-set.ts'
import { checkCanConfirm } from './change-set/confirm.ts'
import { executeAndFollow } from './change-set/execute.ts'
import { finish } from './finish.ts'
import { defaultsOf, gatherParameters, parametersToSend } from './arguments/given-parameters.ts'
import { inStages } from './go-on.ts'
import { cleanChangeSets, discardChangeSet } from './change-set/left-change-sets.ts'
import { passkeyLoss } from './change-set/passkey-loss.ts'
import { newOperationName } from './aws/operation-name.ts'
import { confirmChanges, showChanges } from './change-set/review-changes.ts'
import type { Session } from './aws/session.ts'
import { settle } from './events/settle.ts'
import type { BuildApp } from './site/build-app.ts'
import { emptySite } from './site/empty-site.ts'
import { checkFirewall } from './site/check-firewall.ts'
import { siteOf } from './site/site-of.ts'
import { siteThatGoes } from './site/site-that-goes.ts'
import { valueIn } from './stack.ts'
import { createTemplateSender } from './arguments/template-body.ts'
import { checkHosting, checkPartition, partitionNote } from './arguments/check-partition.ts'
import type { Template } from './arguments/template-file.ts'

const again = 'Run the same command again to finish.'

export interface DeployInput {
  options: DeployOptions
  template: Template
  env: Readonly<Record<string, string | undefined>>
  /** Of the app, for a stack that hosts it. */
  build: BuildApp
}

/**
 * Creates the stack or updates it, writes what the app needs to know about it, and publishes the app
 * where the stack hosts it.
 *
 * @throws DeployProblem
 */
export async function deploy(input: DeployInput, session: Session): Promise<void> {
  const { options, template, env, build } = input
  const { stackName, isConfirmed, templateBucket } = options
  checkPartition(session.aws.region)
  const note = partitionNote(session.aws.region)
  if (note !== undefined) session.terminal.say(note)
  checkCanConfirm(session, isConfirmed)
  const given = await gatherParameters(options, template.parameters, { ...session, env })
  const defaults = defaultsOf(template.parameters)
  const sender = createTemplateSender(template, templateBucket)
  sender.checkCanFit(
    (name) => given.get(name),
    (name) => defaults.get(name),
  )

  await inStages(session, async (stage) => {
    const { type, stack } = await settle(session, stackName, isConfirmed)
    if (stack) await cleanChangeSets(session, stack.StackId)
    const previous = type === 'UPDATE' ? (stack?.Parameters ?? []) : []
    const valueOf = (name: string) => given.get(name) ?? valueIn(previous, name)
    const inEffect = (name: string) => valueOf(name) ?? defaults.get(name)
    checkHosting(valueOf, session.aws.region)
    checkFirewall(valueOf, session.aws.region)
    const loss = passkeyLoss((name) => valueIn(previous, name), valueOf)
    const request: ChangeSetRequest = {
      StackName: stackName,
      ChangeSetType: type,
      Parameters: parametersToSend(
        template.parameters,
        given,
        new Set(previous.flatMap(({ ParameterKey }) => ParameterKey ?? [])),
      ),
      ...(await sender.bodyFor(session, inEffect)),
    }
    const name = newOperationName(session)
    stage.undo = () => discardChangeSet(session, { ...request, ChangeSetName: name })
    const changeSet = await createChangeSet(session, name, request)
    if (changeSet === undefined) {
      session.terminal.say('Nothing to change: the stack is as the template says.')
    } else {
      const site = siteOf(stack?.Outputs)
      const leaving = siteThatGoes(changeSet.changes, site)
      const isHosting = valueOf('Hosting') === 'true'
      showChanges(session, changeSet, { type, stackName, site, leaving, isHosting, loss })
      await confirmChanges(session, changeSet, { type, site, loss }, options)
      session.terminal.say('')
      if (leaving) {
        stage.goOn = `The site ${leaving.url} is taken down, in part at least; the stack is as it was. ${again}`
        await emptySite(session, leaving)
      }
      await executeAndFollow(session, changeSet, () => {
        delete stage.undo
        stage.goOn =
          'AWS goes on without this terminal. Run the same command again to follow it and to finish.'
      })
      stage.goOn = `The stack is deployed. ${again}`
    }
    delete stage.undo
    const isAgreed = options.isConfirmed || changeSet !== undefined
    const stackId = changeSet?.stackId ?? stackName
    await finish(session, { stackId, envFile: options.envFile, build, isAgreed, stage })
  })
}
