import { expect, test } from 'vitest'
import { declaredParameters } from '../../../../../local/template/parameters/declared-parameters.ts'

test('the parameters of a template are told by name, in the order of the file', () => {
  const text = 'Parameters:\n  B: { Type: String }\n  A: { Type: Number }\nResources: {}\n'

  expect(declaredParameters(text)).toEqual(['B', 'A'])
})

test.each([
  'Resources: {}',
  'Parameters: {}\nResources: {}',
  'Parameters: []\nResources: {}',
  '[',
  '',
])('a template that reads %j has none', (text) => {
  expect(declaredParameters(text)).toEqual([])
})
