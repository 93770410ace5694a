import { expect, test } from 'vitest'
import { cookie, readCookie } from '../../../../local/http/cookies.ts'

function requestWith(header: string): Request {
  return new Request('http://localhost/', { headers: { cookie: header } })
}

test('a cookie is found by its whole name', () => {
  const request = requestWith('acognito=1; cognito=a=b; cognito=c; XSRF-TOKEN')

  expect(readCookie(request, 'cognito')).toBe('a=b')
  expect(readCookie(request, 'XSRF-TOKEN')).toBeUndefined()
  expect(readCookie(new Request('http://localhost/'), 'cognito')).toBeUndefined()
})

test('cookies are for the server alone', () => {
  expect(cookie('a', 'b', 60)).toBe('a=b; Path=/; Max-Age=60; HttpOnly; SameSite=Lax')
})
