import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { notePendingCode } from '../../../src/auth/pending-code.ts'
import { ada } from '../../support/app/ada.ts'
import { test } from '../../support/app/app-stand-in.ts'
import { createLocalAwsClient, type FaultRule } from '../../support/local-aws-client.ts'
import type { TestStandIn } from '../../support/stand-in.ts'
import { addPerson, addUnconfirmed } from '../../support/user-pools/people-in-pool.ts'
import { fill, openApp, press, type User } from '../auth/open-app.tsx'

type Cognito = Parameters<typeof addPerson>[1]

/** A step of a journey, from its page to what comes once it is through. */
interface Step {
  operation: string
  path: string
  arrange?: (standIn: TestStandIn, cognito: Cognito) => Promise<unknown>
  begin?: (user: User) => Promise<unknown>
  /** What is typed, by label. */
  typed: (standIn: TestStandIn) => Record<string, string>
  button: string
  isDone: () => Promise<unknown>
  /** Where the service did it, and its answer was lost, the second try is told so in words. */
  isDoneAlready?: RegExp
  /** How many messages there are in the end. */
  messages: number
}

const email = { 'E-mail address': ada.email }
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
  },
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
  async ([, fault, step, rule], { standIn, cognito }) => {
    await step.arrange?.(standIn, cognito)
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
    const mayBeTwo = isLost && step.messages === 2
    expect(sent).toBeLessThanOrEqual(step.messages)
    await waitFor(() => expect(standIn.outbox).toHaveLength(step.messages + (mayBeTwo ? 1 : 0)))
  },
)
