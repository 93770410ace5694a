import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as identityPools from '@aws-sdk/client-cognito-identity'
import * as userPools from '@aws-sdk/client-cognito-identity-provider'
import * as kms from '@aws-sdk/client-kms'
import * as sts from '@aws-sdk/client-sts'
import { strFromU8, unzipSync } from 'fflate'
import { completeModel } from './complete-model.mjs'
import { extractModel } from './extract-model.mjs'

/** Each file with the model in the AWS CLI that it is made of, and the SDK that may know more. */
const services = {
  'local/user-pools/service-model.json': {
    model: 'cognito-idp/2016-04-18',
    sdk: '@aws-sdk/client-cognito-identity-provider',
    exports: userPools,
    Client: userPools.CognitoIdentityProviderClient,
  },
  'local/identity-pools/service-model.json': {
    model: 'cognito-identity/2014-06-30',
    sdk: '@aws-sdk/client-cognito-identity',
    exports: identityPools,
    Client: identityPools.CognitoIdentityClient,
  },
  'local/kms/service-model.json': {
    model: 'kms/2014-11-01',
    sdk: '@aws-sdk/client-kms',
    exports: kms,
    Client: kms.KMSClient,
    // Of the other operations nothing is read.
    only: ['Decrypt'],
  },
  'local/sts/service-model.json': {
    model: 'sts/2011-06-15',
    sdk: '@aws-sdk/client-sts',
    exports: sts,
    Client: sts.STSClient,
  },
}
const { resolve } = createRequire(import.meta.url)

/**
 * Reads AWS's own models out of the AWS CLI, which AWS publishes to npm for Lambda layers: of all
 * packages there it alone has lengths, patterns and enumerations (docs/decisions/0122).
 *
 * @returns {Record<string, string>} texts of the files, by path from the top of the repository.
 */
export function serviceModels() {
  const layer = join(folderOf('@aws-cdk/asset-awscli-v1'), 'lib', 'layer.zip')
  const pathOf = (model) => `awscli/awscli/botocore/data/${model}/service-2.json`
  const wanted = Object.values(services).map(({ model }) => pathOf(model))
  const entries = unzipSync(readFileSync(layer), { filter: ({ name }) => wanted.includes(name) })
  return Object.fromEntries(
    Object.entries(services).map(([file, { model, sdk, exports, Client, only }]) => {
      const client = new Client({ region: 'us-east-1' })
      const read = JSON.parse(strFromU8(entries[pathOf(model)]))
      const whole = completeModel(read, { client, exports, types: declarationsOf(sdk) })
      return [file, extractModel(only ? withOnly(whole, only) : whole)]
    }),
  )
}

function withOnly({ operations, shapes }, names) {
  return { operations: Object.fromEntries(names.map((name) => [name, operations[name]])), shapes }
}

function declarationsOf(sdk) {
  const folder = join(folderOf(sdk), 'dist-types', 'models')
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  return texts.join('\n').replaceAll(/\/\*[^]*?\*\//g, '')
}

function folderOf(name) {
  return dirname(resolve(`${name}/package.json`))
}
