import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createTemplateLines } from '../../infra/build/template/find-in-template.ts'
import { templatePlaces } from '../../src/doctor/template-places.ts'

const text = readFileSync('infra/template.yaml', 'utf8')
const lines = text.split('\n')
const lineOf = createTemplateLines(text)

test.for(Object.values(templatePlaces))('%s is on the line that is named', (place) => {
  const name = place.split('.').at(-1) ?? ''

  expect(lines[(lineOf(place) ?? 0) - 1]?.trim()).toMatch(new RegExp(`^${name}:`))
})

test('the word Properties may stand between, as it does in the file', () => {
  expect(lineOf('Bucket.Properties.CorsConfiguration')).toBe(lineOf('Bucket.CorsConfiguration'))
})

test('what is not there is told by what is around it', () => {
  expect(lineOf('Bucket.CorsConfiguration.Nothing')).toBe(lineOf('Bucket.CorsConfiguration'))
  expect(lineOf('Nobody.Properties')).toBeUndefined()
})
