import { expect } from 'vitest'
import { test, type TestStandIn } from '../support/stand-in.ts'

const sts = 'https://sts.amazonaws.com/doc/2011-06-15/'

async function ask({ url }: TestStandIn, form: string | undefined, query = '') {
  const response = await fetch(`${url}/${query}`, {
    ...(form !== undefined && {
      method: 'POST',
      body: form,
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    }),
  })
  const text = await response.text()
  const find = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1]
  return { response, text, code: find('Code'), message: find('Message'), find }
}

test.for([
  ['Version=2011-06-15', 'MissingAction', 'The request has no Action.'],
  [
    'Action=Nonsense&Version=2011-06-15',
    'InvalidAction',
    'Could not find operation Nonsense for version 2011-06-15',
  ],
  [
    'Action=GetCallerIdentity',
    'InvalidAction',
    'Could not find operation GetCallerIdentity for version ',
  ],
  [
    'Action=toString&Version=2011-06-15',
    'InvalidAction',
    'Could not find operation toString for version 2011-06-15',
  ],
  [
    'Action=GetCallerIdentity&Version=2011-06-15',
    'MissingAuthenticationToken',
    'Missing Authentication Token',
  ],
  [
    'Action=AssumeRoleWithWebIdentity&Version=2011-06-15&DurationSeconds=soon',
    'MalformedInput',
    'DurationSeconds is not a number.',
  ],
])('%s is answered in XML with %s', async ([form = '', code, message], { standIn }) => {
  const answer = await ask(standIn, form)

  expect(answer).toMatchObject({ code, message })
  expect(answer.response.headers.get('content-type')).toBe('text/xml')
  expect(answer.text).toContain(`<ErrorResponse xmlns="${sts}"><Error><Type>Sender</Type>`)
  expect(answer.find('RequestId')).toBe(answer.response.headers.get('x-amzn-requestid'))
})

test('IAM is refused by the name of what is asked', async ({ standIn }) => {
  const answer = await ask(standIn, 'Action=CreateRole&Version=2010-05-08&RoleName=x')

  expect(answer.response.status).toBe(501)
  expect(answer.code).toBe('NotImplemented')
  expect(answer.message).toContain('no API of IAM, so no CreateRole')
})

test('a query is read as a form is', async ({ standIn }) => {
  const answer = await ask(standIn, undefined, '?Action=GetSessionToken&Version=2011-06-15')

  expect(answer.code).toBe('NotImplemented')
})

test('a body that is too long is refused before it is read as a form', async ({ standIn }) => {
  const answer = await ask(standIn, `Action=GetCallerIdentity&Policy=${'x'.repeat(70_000)}`)

  expect(answer.response.status).toBe(413)
  expect(answer.code).toBe('RequestEntityTooLarge')
})

test('pages of any origin may ask, since browsers do in AWS', async ({ standIn }) => {
  const preflight = await fetch(standIn.url, { method: 'OPTIONS' })
  const answer = await ask(standIn, 'Action=GetCallerIdentity&Version=2011-06-15')

  expect(preflight.headers.get('access-control-allow-headers')).toContain('content-type')
  expect(answer.response.headers.get('access-control-allow-origin')).toBe('*')
})
