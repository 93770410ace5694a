import { writeFileSync } from 'node:fs'
import { serviceModels } from './service-models.mjs'

/** `npm run service-models`: after an update of @aws-cdk/asset-awscli-v1. */
for (const [path, text] of Object.entries(serviceModels())) {
  writeFileSync(path, text)
  console.log(`${path}: ${text.length} characters`)
}
