import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePorts } from '../../support/node/free-ports.ts'
import { createClient, measureRate } from './load.ts'
import { callCognito, createPerson, signUp } from './people.ts'
import { startLocal, type LocalServer } from './servers.ts'

const rounds = 3
const signUpsPerRound = 500
const signInsPerRound = 200
const person = 'ada@example.com'

const returnsAtOnce = 'exports.handler = async (event) => event'

/** Asks once, and takes any answer. */
const asksOnce = `exports.handler = async (event) => {
  const { request, response, triggerSource } = event
  if (triggerSource.startsWith('Define')) {
    response.issueTokens = request.session.length > 0
    if (!response.issueTokens) response.challengeName = 'CUSTOM_CHALLENGE'
  }
  if (triggerSource.startsWith('Verify')) response.answerCorrect = true
  return event
}`

/**
 * What triggers cost when they are warm: sign-ups with a PreSignUp that returns at once beside sign-ups
 * without, round by round, and a sign-in by a custom challenge, whose two requests call functions four times.
 */
export async function benchTriggers(folder: string): Promise<void> {
  const without = await start(folder, 'no-trigger', [], returnsAtOnce)
  const withOne = await start(folder, 'pre-sign-up', ['PreSignUp'], returnsAtOnce)
  const challenges = ['DefineAuthChallenge', 'CreateAuthChallenge', 'VerifyAuthChallengeResponse']
  const asking = await start(folder, 'custom-challenge', challenges, asksOnce)
  const measured: { without: number; withOne: number; signInMs: number }[] = []
  await createPerson(asking.client, asking.server, person)
  try {
    // The first round warms up.
    for (let round = 0; round <= rounds; round += 1) {
      const rates = {
        without: await signUps(without, round),
        withOne: await signUps(withOne, round),
        signInMs: await customSignIns(asking),
      }
      if (round > 0) measured.push(rates)
    }
  } finally {
    for (const { client, server } of [without, withOne, asking]) {
      client.close()
      await server.stop()
    }
  }
  const ratio = median(measured.map((round) => round.withOne / round.without))
  const signInMs = median(measured.map((round) => round.signInMs))
  console.log('\nTriggers, warm')
  console.table({
    'sign-ups with a PreSignUp, of those without': { share: ratio.toFixed(2), 'at least': '0.85' },
    'a custom challenge: two requests, four calls': { 'p50 ms': signInMs.toFixed(1) },
  })
}

interface Started {
  client: ReturnType<typeof createClient>
  server: LocalServer
}

async function start(
  folder: string,
  name: string,
  triggers: readonly string[],
  source: string,
): Promise<Started> {
  const template = join(folder, `${name}.yaml`)
  writeFileSync(template, templateWith(triggers, source))
  const port = await freePorts(2)
  return {
    server: await startLocal(port, join(folder, name), template),
    client: createClient(port),
  }
}

/** The template with one function, which is these triggers of the pool. */
function templateWith(triggers: readonly string[], source: string): string {
  const block = source.split('\n').map((line) => `          ${line}\n`)
  const named = triggers.map((name) => `        ${name}: !GetAtt AccountsFunction.Arn\n`)
  return readFileSync('infra/template.yaml', 'utf8')
    .replace(/( {8}ZipFile: \|\n)(?:\n* {10}\S.*\n|\n* {10} +\S.*\n)*/, (_, head: string) =>
      [head, ...block].join(''),
    )
    .replace(/( {6}LambdaConfig:\n)(?: {8,}\S.*\n)*/, (_, head: string) =>
      named.length > 0 ? [head, ...named].join('') : '',
    )
    .replace(/( {6}ExplicitAuthFlows:\n)/, '$1        - ALLOW_CUSTOM_AUTH\n')
}

async function signUps({ client, server }: Started, round: number): Promise<number> {
  const { perSecond } = await measureRate(signUpsPerRound, (index) =>
    signUp(client, server, `round-${round}-${index}@example.com`),
  )
  return perSecond
}

/** One after the other: what one person waits. */
async function customSignIns({ client, server: { config } }: Started): Promise<number> {
  const ClientId = config.userPoolClientId
  const took: number[] = []
  for (let turn = 0; turn < signInsPerRound; turn += 1) {
    const startedAt = performance.now()
    const { Session, ChallengeName } = await callCognito(client, 'InitiateAuth', {
      ClientId,
      AuthFlow: 'CUSTOM_AUTH',
      AuthParameters: { USERNAME: person },
    })
    await callCognito(client, 'RespondToAuthChallenge', {
      ClientId,
      ChallengeName,
      Session,
      ChallengeResponses: { USERNAME: person, ANSWER: 'any' },
    })
    took.push(performance.now() - startedAt)
  }
  return median(took)
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0
}
