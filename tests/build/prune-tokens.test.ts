import postcss from 'postcss'
import { expect, test } from 'vitest'
import { reachedTokens } from '../../infra/build/prune-tokens.ts'

test('a token is reached by a declaration, by a script, or through another reached token', () => {
  const base = postcss.parse(`
    :root {
      --amplify-a: var(--amplify-b, 1px);
      --amplify-b: calc(var(--amplify-c) * 2);
      --amplify-c: 1px;
      --amplify-unused: var(--amplify-also-unused);
      --amplify-also-unused: 0;
      --amplify-script: 2px;
    }
    @media (prefers-color-scheme: dark) { :root { --amplify-c: var(--amplify-dark) } }
  `)
  const page = postcss.parse('.button { color: var(--amplify-a) }')

  const reached = reachedTokens([base, page], ['style("--amplify-script")'])

  expect([...reached].sort()).toEqual([
    '--amplify-a',
    '--amplify-b',
    '--amplify-c',
    '--amplify-dark',
    '--amplify-script',
  ])
})
