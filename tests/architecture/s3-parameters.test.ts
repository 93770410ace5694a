import * as sdk from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import {
  operationParameters,
  type OperationParameters,
} from '../../local/s3/parameters/operation-parameters.ts'
import { parametersOf } from '../support/s3/s3-parameters.ts'

const rows = Object.entries<OperationParameters>(operationParameters)

test('every header and query parameter that AWS documents for an operation has its treatment', () => {
  const here = rows.map(([name, { headers, query = {} }]) => [
    name,
    { headers: Object.keys(headers).sort(), query: Object.keys(query).sort() },
  ])
  const documented = rows.map(([name]) => [name, parametersOf(name)])

  expect(Object.fromEntries(here)).toEqual(Object.fromEntries(documented))
})

test('every operation of the table is one of AWS’s', () => {
  expect(rows.filter(([name]) => !(`${name}Command` in sdk))).toEqual([])
})
