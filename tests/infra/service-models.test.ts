import { readFileSync } from 'node:fs'
import * as identityPoolSdk from '@aws-sdk/client-cognito-identity'
import * as userPoolSdk from '@aws-sdk/client-cognito-identity-provider'
import * as stsSdk from '@aws-sdk/client-sts'
import { expect, test } from 'vitest'
import { serviceModels } from '../../infra/service-models/service-models.mjs'
import type { AwsJsonOperation } from '../../local/http/aws-json.ts'
import { createRequestShapes, type ServiceModel } from '../../local/http/service-model.ts'
import { identityPoolOperations } from '../../local/identity-pools/operation-table.ts'
import identityPoolModel from '../../local/identity-pools/service-model.json'
import { stsOperations } from '../../local/sts/operation-table.ts'
import stsModel from '../../local/sts/service-model.json'
import { userPoolOperations } from '../../local/user-pools/operation-table.ts'
import userPoolModel from '../../local/user-pools/service-model.json'

interface Service {
  title: string
  model: ServiceModel
  sdk: Readonly<Record<string, unknown>>
  table: Readonly<Record<string, Pick<AwsJsonOperation<never>, 'admit'>>>
}

const services: Service[] = [
  {
    title: 'User pools',
    model: userPoolModel,
    sdk: userPoolSdk,
    table: userPoolOperations,
  },
  {
    title: 'Identity pools',
    model: identityPoolModel,
    sdk: identityPoolSdk,
    table: identityPoolOperations,
  },
]
const sts: Omit<Service, 'table'> = { title: 'STS', model: stsModel, sdk: stsSdk }
const operations = services.flatMap((service) =>
  Object.entries(service.table).map(([name, line]) => ({ ...service, name, line })),
)
const read = [...operations, ...Object.keys(stsOperations).map((name) => ({ ...sts, name }))]

/** Kind, namespace, name, traits, members, their schemas, and how many of the first are required. */
type StructureSchema = [0, 0, 0, 0, string[], unknown, number?]
/** Kind, namespace, name, traits, input. */
type OperationSchema = [0, 0, 0, 0, () => StructureSchema]

test('the models are what `npm run service-models` makes of the package', () => {
  for (const [path, text] of Object.entries(serviceModels())) {
    expect(readFileSync(path, 'utf8'), path).toBe(text)
  }
})

test.for([...services, sts])('every request of $title can be read', ({ model }) => {
  const shapes = createRequestShapes(model)

  for (const name of Object.keys(model.operations)) {
    expect(shapes(name).type, name).toBe('structure')
  }
})

test.for(read)('$title takes $name as the SDK sends it', ({ name, model, sdk }) => {
  const operation = sdk[`${name}$`] as OperationSchema
  const [, , , , members, , required = 0] = operation[4]()
  const shape = createRequestShapes(model)(name)

  expect(Object.keys(shape.members).toSorted()).toEqual(members.toSorted())
  expect(shape.required.toSorted()).toEqual(members.slice(0, required).toSorted())
})

test.for(operations)('$title wants $name signed just if AWS does', ({ name, model, line }) => {
  expect(line.admit === undefined).toBe(model.operations[name]?.unsigned === true)
})
