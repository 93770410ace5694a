import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = 'src/ui/css'
const ofSignedInPages = 'signed-in.css'

// Amplify UI's own sheets give those a meaning, and signed-out pages load none of them.
test.each(readdirSync(folder).filter((name) => name !== ofSignedInPages))(
  '%s asks nothing of a component of Amplify UI',
  (name) => {
    const sheet = readFileSync(`${folder}/${name}`, 'utf8')

    expect(sheet.match(/--amplify-components-[\w-]+|\.amplify-[\w-]+/g)).toBeNull()
  },
)
