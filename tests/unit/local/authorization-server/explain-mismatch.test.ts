import { expect, test } from 'vitest'
import { explainMismatch } from '../../../../local/authorization-server/explain-mismatch.ts'

test.for([
  ['http://localhost:5173/callback/', 'http://localhost:5173/callback', 30],
  ['http://localhost:5173/callbac', 'http://localhost:5173/callback', 29],
  ['http://localhost:5174/callback', 'http://localhost:5173/callback', 20],
  ['https://app.example/Callback', 'https://app.example/callback', 20],
  ['ftp://nowhere', 'http://localhost:5173/callback', 0],
] as const)('%s differs from %s at %s', ([sent, closest, at]) => {
  const registered = ['http://localhost:5173/callback', 'https://app.example/callback']

  expect(explainMismatch(sent, registered)).toEqual({ closest, at })
})

test('where nothing is registered there is nothing to compare with', () => {
  expect(explainMismatch('https://app.example/', [])).toBeUndefined()
})
