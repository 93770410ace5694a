import {
  CompleteWebAuthnRegistrationCommand,
  ListWebAuthnCredentialsCommand,
  StartWebAuthnRegistrationCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { createAuthenticator } from '../../../support/user-pools/authenticator.ts'
import { register, signIn } from '../../../support/user-pools/people.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test } from '../../../support/user-pools/user-pools.ts'

const allowedFirstAuthFactors = ['PASSWORD', 'WEB_AUTHN']

test.for([
  ['takes them from the first factors', { allowedFirstAuthFactors: ['PASSWORD'] }],
  ['goes to the tier Lite', { allowedFirstAuthFactors, tier: 'LITE' }],
] as const)('no passkey is made in a pool that %s half-way', async ([, change], { start }) => {
  const running = await start({ pools: [emailPool({ allowedFirstAuthFactors })] })
  const { cognito, pools } = running
  await register(running)
  const { AccessToken } = await signIn(running)
  const { CredentialCreationOptions } = await cognito.send(
    new StartWebAuthnRegistrationCommand({ AccessToken }),
  )
  const Credential = createAuthenticator().create(CredentialCreationOptions as never)
  const complete = () =>
    cognito.send(new CompleteWebAuthnRegistrationCommand({ AccessToken, Credential }))

  pools.splice(0, 1, emailPool(change))
  await expect(complete()).rejects.toMatchObject({ name: 'WebAuthnNotEnabledException' })
  await expect(
    cognito.send(new StartWebAuthnRegistrationCommand({ AccessToken })),
  ).rejects.toMatchObject({ name: 'WebAuthnNotEnabledException' })

  pools.splice(0, 1, emailPool({ allowedFirstAuthFactors }))
  const { Credentials } = await cognito.send(new ListWebAuthnCredentialsCommand({ AccessToken }))
  expect(Credentials).toEqual([])
  await complete()
})
