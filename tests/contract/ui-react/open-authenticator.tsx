import { Authenticator } from '@aws-amplify/ui-react'
import { configure, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Amplify } from 'aws-amplify'
import type { ComponentProps } from 'react'
import { ada } from '../../support/user-pools/people.ts'

configure({ asyncUtilTimeout: 30_000 })

interface Options {
  /** What people are called by: an address, unless it is said. */
  loginWith?: 'email' | 'username'
  /** Of Amplify's configuration: what the pool takes in place of the password. */
  takes?: { emailOtpEnabled?: boolean; webAuthn?: { relyingPartyId: string } }
  passwordless?: ComponentProps<typeof Authenticator>['passwordless']
}

/** The whole component, as its quick start has it. */
export function open({ loginWith = 'email', takes, passwordless }: Options = {}) {
  const { Auth } = Amplify.getConfig()
  const Cognito = {
    ...Auth?.Cognito,
    loginWith: { [loginWith]: true },
    ...(takes && { passwordless: takes }),
  }
  Amplify.configure({ Auth: { Cognito } } as Parameters<typeof Amplify.configure>[0])
  giveFormsTheirMembers()
  const user = userEvent.setup()
  render(
    <Authenticator {...(passwordless && { passwordless })}>
      {({ signOut }) => (
        <>
          <p>Signed in</p>
          <button onClick={signOut}>Leave</button>
        </>
      )}
    </Authenticator>,
  )
  return {
    fill: async (label: string | RegExp, text: string) => {
      const input = await screen.findByLabelText(label)
      await user.clear(input)
      await user.click(input)
      await user.paste(text)
    },
    press: async (name: string | RegExp) => user.click(await screen.findByRole('button', { name })),
    choose: async (name: string | RegExp) => user.click(await screen.findByRole('radio', { name })),
    go: async (name: string) => user.click(await screen.findByRole('tab', { name })),
    see: (text: string | RegExp) => screen.findByText(text),
  }
}

export type AuthenticatorPage = ReturnType<typeof open>

export async function signInAt({ fill, press }: AuthenticatorPage, password = ada.Password) {
  await fill('Email', ada.Username)
  await fill('Password', password)
  await press('Sign in')
}

export async function enterCode({ fill, press }: AuthenticatorPage, code: string) {
  await fill(/^Code/, code)
  await press('Confirm')
}

/** As browsers have them, and jsdom has not: the component reads fields as members of their form. */
function giveFormsTheirMembers(): void {
  for (const name of ['username', 'email', 'password', 'confirm_password', '__authMethod']) {
    Object.defineProperty(HTMLFormElement.prototype, name, {
      configurable: true,
      get(this: HTMLFormElement) {
        return this.elements.namedItem(name) ?? undefined
      },
    })
  }
}
