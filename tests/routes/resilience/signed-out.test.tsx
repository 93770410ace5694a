import {
  AssociateSoftwareTokenCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { screen, waitFor } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import { notePendingCode } from '../../../src/auth/pending-code.ts'
import { ada } from '../../support/app/ada.ts'
import { test } from '../../support/app/app-stand-in.ts'
import { createTestClock, type TestClock } from '../../support/core/clock.ts'
import { createLocalAwsClient, type FaultRule } from '../../support/local-aws-client.ts'
import { startStandIn, type TestStandIn } from '../../support/stand-in.ts'
import { codeOf } from '../../support/user-pools/authenticator-app.ts'
import { addPerson, addUnconfirmed } from '../../support/user-pools/people-in-pool.ts'
import { fill, openApp, press, type User } from '../auth/open-app.tsx'

type Cognito = CognitoIdentityProviderClient

const clock = createTestClock()
/** One for all cells, emptied after each: to start one takes as long as a cell. */
let standIn: TestStandIn
let cognito: Cognito

beforeAll(async () => {
  standIn = await startStandIn({ clock })
  cognito = new CognitoIdentityProviderClient({
    endpoint: standIn.url,
    region: standIn.config.region,
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
  })
}, 60_000)
afterEach(() => standIn.reset())
afterAll(async () => {
  cognito.destroy()
  await standIn.close()
  expect(standIn.faults, 'faults of the local AWS').toEqual([])
})

/** A step of a journey, from its page to what comes once it is through. */
interface Step {
  operation: string
  path: string
  arrange?: (standIn: TestStandIn, cognito: Cognito, clock: TestClock) => Promise<unknown>
  begin?: (user: User) => Promise<unknown>
  /** What is typed, by label. */
  typed: (standIn: TestStandIn) => Record<string, string>
  button: string
  isDone: () => Promise<unknown>
  /** Where the service did it, and its answer was lost, the second try is told so in words. */
  isDoneAlready?: RegExp
  /** How many messages there are in the end. */
  messages: number
  /** Each try sends one, to whoever asks for it again. */
  sendsEachTime?: boolean
}

const email = { 'E-mail address': ada.email }
/** Amplify keeps in memory how to sign Ada in by itself. */
const grace = { ...ada, email: 'grace@example.com' }
const newPassword = 'Difference-Engine-1822'
const codeFor = ({ outbox }: TestStandIn) => outbox[0]?.code ?? ''
const nothing = () => screen.findByText('There is nothing at this address')
const confirmed = (standIn: TestStandIn, cognito: Cognito) => addPerson(standIn, cognito, ada)

const steps: Readonly<Record<string, Step>> = {
  'sign up': {
    operation: 'SignUp',
    path: '/sign-up',
    typed: () => ({ ...email, Password: ada.password }),
    button: 'Create account',
    isDone: () => screen.findByRole('heading', { name: 'Check your mail' }),
    isDoneAlready: /already/,
    messages: 1,
  },
  'sign in, the first half': {
    operation: 'InitiateAuth',
    path: '/sign-in?returnTo=/no-such-page',
    arrange: confirmed,
    typed: () => ({ ...email, Password: ada.password }),
    button: 'Sign in',
    isDone: nothing,
    messages: 1,
  },
  'sign in, the proof': {
    operation: 'RespondToAuthChallenge',
    path: '/sign-in?returnTo=/no-such-page',
    arrange: confirmed,
    typed: () => ({ ...email, Password: ada.password }),
    button: 'Sign in',
    isDone: nothing,
    messages: 1,
  },
  'ask for a code': {
    operation: 'ForgotPassword',
    path: '/forgot-password',
    arrange: confirmed,
    typed: () => email,
    button: 'Send code',
    isDone: () => screen.findByLabelText('Code'),
    messages: 2,
    sendsEachTime: true,
  },
  'send another code': {
    operation: 'ResendConfirmationCode',
    path: '/confirm',
    async arrange(standIn, cognito) {
      await addUnconfirmed(standIn, cognito, ada)
      const delivery = { destination: undefined, medium: undefined }
      notePendingCode({ purpose: 'sign-up', email: ada.email, delivery, sentAtMs: 0 })
    },
    typed: () => ({}),
    button: 'Send a new message',
    isDone: () => screen.findByRole('button', { name: /^Send a new message in/ }),
    messages: 2,
    sendsEachTime: true,
  },
  'confirm the address': {
    operation: 'ConfirmSignUp',
    path: '/confirm',
    async arrange(standIn, cognito) {
      await addUnconfirmed(standIn, cognito, grace)
      const delivery = { destination: undefined, medium: undefined }
      notePendingCode({ purpose: 'sign-up', email: grace.email, delivery, sentAtMs: 0 })
    },
    typed: (standIn) => ({ Code: codeFor(standIn) }),
    button: 'Confirm account',
    isDone: () => screen.findByText('Your account is confirmed. Sign in to go on.'),
    isDoneAlready: /Most likely it already is confirmed/,
    messages: 1,
  },
  'set a new password': {
    operation: 'ConfirmForgotPassword',
    path: '/forgot-password',
    arrange: confirmed,
    async begin(user) {
      await fill(user, 'E-mail address', ada.email)
      await press(user, 'Send code')
      await screen.findByLabelText('Code')
    },
    typed: (standIn) => ({ Code: codeFor(standIn), 'New password': newPassword }),
    button: 'Change password',
    isDone: () => screen.findByText('Your password is changed. Sign in with the new one.'),
    isDoneAlready: /no longer valid/,
    messages: 2,
  },
  'prove the second factor': {
    operation: 'RespondToAuthChallenge',
    path: '/sign-in?returnTo=/no-such-page',
    async arrange(standIn, cognito, clock) {
      await confirmed(standIn, cognito)
      appCode = await addApp(standIn, cognito, clock)
    },
    async begin(user) {
      await fill(user, 'E-mail address', ada.email)
      await fill(user, 'Password', ada.password)
      await press(user, 'Sign in')
      await screen.findByRole('heading', { name: 'Confirm that it is you' })
    },
    typed: () => ({ Code: appCode }),
    button: 'Continue',
    isDone: nothing,
    isDoneAlready: /This sign-in is over/,
    messages: 1,
  },
}

let appCode = ''

/** Sets an authenticator app up. @returns the code that it shows next; time stands still from there. */
async function addApp(
  { config }: TestStandIn,
  cognito: Cognito,
  clock: TestClock,
): Promise<string> {
  const { AuthenticationResult: { AccessToken } = {} } = await cognito.send(
    new InitiateAuthCommand({
      ClientId: config.userPoolClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: ada.email, PASSWORD: ada.password },
    }),
  )
  const { SecretCode = '' } = await cognito.send(new AssociateSoftwareTokenCommand({ AccessToken }))
  const UserCode = codeOf(SecretCode, clock.now())
  await cognito.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }))
  const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true }
  await cognito.send(new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings }))
  clock.advance({ seconds: 30 })
  clock.stop()
  return codeOf(SecretCode, clock.now())
}

const faults: Readonly<Record<string, Omit<FaultRule, 'operation'>>> = {
  throttled: { kind: 'throttle' },
  'a failure': { kind: 'error' },
  'a connection that breaks': { kind: 'cut-off', isAfter: false },
  'an answer that is lost': { kind: 'cut-off', isAfter: true },
}

// Waits are anywhere from nothing, so that they are nothing here.
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0))
afterEach(() => vi.restoreAllMocks())

const cells = Object.entries(steps).flatMap(([step, of]) =>
  Object.entries(faults).map(([fault, rule]) => [step, fault, of, rule] as const),
)

test.for(cells)(
  '%s, %s: it says so, keeps what was typed, and the next try goes through',
  async ([, fault, step, rule]) => {
    await step.arrange?.(standIn, cognito, clock)
    const aws = createLocalAwsClient(standIn)
    const { user } = await openApp(standIn, step.path)
    await step.begin?.(user)
    const typed = Object.entries(step.typed(standIn))
    for (const [label, text] of typed) await fill(user, label, text)
    await aws.faults.add({ ...rule, operation: step.operation })

    await press(user, step.button)

    await screen.findByRole('alert')
    for (const [label, text] of typed) {
      expect(screen.getByLabelText(label), label).toHaveProperty('value', text)
    }
    const button = screen.getByRole('button', { name: step.button })
    await waitFor(() => expect(button.getAttribute('aria-busy')).toBeNull())
    const sent = standIn.outbox.length

    await aws.faults.clear()
    await press(user, step.button)

    const isLost = fault === 'an answer that is lost'
    if (isLost && step.isDoneAlready) {
      await screen.findAllByText(step.isDoneAlready)
    } else {
      await step.isDone()
    }
    // Asked for again by the person alone, whose first message may have come by then.
    const mayBeTwo = isLost && step.sendsEachTime === true
    expect(sent).toBeLessThanOrEqual(step.messages)
    await waitFor(() => expect(standIn.outbox).toHaveLength(step.messages + (mayBeTwo ? 1 : 0)))
  },
)
