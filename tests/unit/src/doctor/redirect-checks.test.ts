// @vitest-environment node
import { expect, test } from 'vitest'
import { callbackUrl } from '../../../../src/doctor/checks/callback-url.ts'
import { domain } from '../../../../src/doctor/checks/domain.ts'
import { firstDifference } from '../../../../src/doctor/probes/first-difference.ts'
import { awsConfig, portsAnswering, refusal } from '../../../support/doctor/doctor-answers.ts'

const host = `https://${awsConfig.domain!}`
const token = `POST ${host}/oauth2/token`
const invalidGrant = Response.json({ error: 'invalid_grant' }, { status: 400 })

function redirect(location: string): Response {
  return new Response(null, { status: 302, headers: { location } })
}

function authorizing(location: string, signingOut = redirect('https://app.example.com/')) {
  return {
    [token]: invalidGrant,
    [`GET ${host}/oauth2/authorize`]: redirect(location),
    [`GET ${host}/logout`]: signingOut,
  }
}

test('a domain of another pool is told apart from a client that is not there', async () => {
  const invalidClient = Response.json({ error: 'invalid_client' }, { status: 400 })
  const asked = (InitiateAuth: Response) =>
    domain.run(portsAnswering({ [token]: invalidClient, InitiateAuth }))

  const ofAnother = await asked(Response.json({}))
  const ofNone = await asked(refusal('ResourceNotFoundException'))
  const untold = await asked(refusal('TooManyRequestsException'))

  expect(ofAnother).toMatchObject({ status: 'wrong', template: 'UserPoolDomain.Domain' })
  expect(ofNone.status).toBe('not-applicable')
  expect(untold.status).toBe('unknown')
})

test.each([
  ['Login pages unavailable. Please contact an administrator.', 'wrong'],
  ['403 Forbidden', 'doubtful'],
])('a domain whose pages are refused with %s is %s', async (text, status) => {
  const login = new Response(text, { status: 403 })

  const finding = await domain.run(
    portsAnswering({ [token]: invalidGrant, [`GET ${host}/login`]: login }),
  )

  expect(finding.status).toBe(status)
})

test('a domain without a configuration is not asked', async () => {
  const { domain: _, ...config } = awsConfig
  const ports = { ...portsAnswering({}), config }

  expect((await domain.run(ports)).status).toBe('not-applicable')
  expect((await callbackUrl.run(ports)).status).toBe('not-applicable')
})

test.each([
  ['nothing', undefined],
  ['502', new Response('Bad gateway', { status: 502 })],
  ['404', new Response('', { status: 404 })],
])('a domain whose pages answer %s may have some or none', async (_what, login) => {
  const answers = { [token]: invalidGrant, ...(login && { [`GET ${host}/login`]: login }) }

  expect((await domain.run(portsAnswering(answers))).status).toBe('unknown')
})

test('a page does not know whether managed login shows its pages', async () => {
  const ports = portsAnswering({ [token]: invalidGrant }, { readsEveryAnswer: false })

  const finding = await domain.run(ports)

  expect(finding.status).toBe('unknown')
  expect(finding.evidence).toContain('npm run doctor')
})

test('what stands between and leads elsewhere is not managed login', async () => {
  const finding = await callbackUrl.run(
    portsAnswering(authorizing('https://portal.example.net/welcome')),
  )

  expect(finding.status).toBe('unknown')
})

test('the one provider that there is is where managed login leads', async () => {
  const back = encodeURIComponent(`${host}/oauth2/idpresponse`)
  const finding = await callbackUrl.run(
    portsAnswering(
      authorizing(`https://accounts.google.com/o/oauth2/v2/auth?redirect_uri=${back}`),
    ),
  )

  expect(finding.status).toBe('ok')
})

test('AWS comes back from signing in and out', async () => {
  const finding = await callbackUrl.run(portsAnswering(authorizing('/login?client_id=x')))

  expect(finding.status).toBe('ok')
  expect(finding.summary).toContain('https://app.example.com/callback')
})

test.each([
  ['/error?error=redirect_mismatch&client_id=x', 'UserPoolClient.CallbackURLs'],
  [
    '/error?error=unauthorized_client&client_id=x',
    'UserPoolClient.AllowedOAuthFlowsUserPoolClient',
  ],
  [
    'https://app.example.com/callback?error=unauthorized_client',
    'UserPoolClient.AllowedOAuthFlows',
  ],
  [
    'https://app.example.com/callback?error=invalid_request&error_description=invalid_scope',
    'UserPoolClient.AllowedOAuthScopes',
  ],
  ['https://app.example.com/callback?error=invalid_scope', 'UserPoolClient.AllowedOAuthScopes'],
])('%s is a fault of %s', async (location, template) => {
  const finding = await callbackUrl.run(portsAnswering(authorizing(location)))

  expect(finding).toMatchObject({ status: 'wrong', template })
})

test('an error that says nothing of the URLs is not told as one that does', async () => {
  const finding = await callbackUrl.run(portsAnswering(authorizing('/error?error=server_error')))

  expect(finding.status).toBe('unknown')
})

test('a sign-out URL that AWS does not have ends on a page', async () => {
  const page = new Response('Required String parameter ‘redirect_uri’', { status: 400 })
  const config = { redirectSignOut: ['https://www.example.com/'] }

  const finding = await callbackUrl.run(portsAnswering(authorizing('/login', page), { config }))

  expect(finding).toMatchObject({ status: 'wrong', template: 'UserPoolClient.LogoutURLs' })
  expect(finding.evidence).toContain('differs at character 9: there it has “w”, and here it is “a”')
})

test('what the domain has is of no use where the configuration does not list it', async () => {
  const config = { redirectSignIn: ['https://www.example.com/callback'] }

  const finding = await callbackUrl.run(portsAnswering(authorizing('/login'), { config }))

  expect(finding).toMatchObject({ status: 'wrong', template: 'UserPoolClient.CallbackURLs' })
})

test('a page without lists has the URLs compared', async () => {
  const finding = await callbackUrl.run(
    portsAnswering({ [token]: invalidGrant }, { readsEveryAnswer: false }),
  )

  expect(finding.status).toBe('unknown')
  expect(finding.remedy?.text).toContain('https://app.example.com/callback')
})

test('a page goes by the lists of the configuration, and says so', async () => {
  const config = {
    redirectSignIn: ['https://app.example.com/callback'],
    redirectSignOut: ['https://app.example.com/'],
  }

  const finding = await callbackUrl.run(
    portsAnswering({ [token]: invalidGrant }, { config, readsEveryAnswer: false }),
  )

  expect(finding.status).toBe('unknown')
  expect(finding.evidence).toContain('A page cannot read the domain’s own answer')
})

test('what the app sends is compared: of an Amplify project, another address of this origin', async () => {
  const config = {
    redirectSignIn: ['https://elsewhere.example/', 'https://app.example.com/'],
    redirectSignOut: ['https://app.example.com/'],
  }

  const finding = await callbackUrl.run(
    portsAnswering({ [token]: invalidGrant }, { config, readsEveryAnswer: false }),
  )

  expect(finding.status).toBe('unknown')
  expect(finding.summary).toContain('https://app.example.com/ ')
})

test('the first difference is the one from the nearest of the list', () => {
  const list = ['https://elsewhere.example/', 'http://localhost:5174/callback']

  expect(firstDifference('http://localhost:5173/callback', list)).toEqual({
    nearest: 'http://localhost:5174/callback',
    position: 21,
    sent: '3',
    registered: '4',
  })
  expect(firstDifference('https://elsewhere.example/', list)).toBeUndefined()
  expect(firstDifference('https://elsewhere.example/', [])).toBeUndefined()
})
