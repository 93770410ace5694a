import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AppConfig } from '../../../src/config/app-config.ts'
import type { CheckId } from '../../../src/doctor/finding.ts'
import { complaints, examine, terminalPorts } from '../../support/doctor/doctor.ts'
import { editTemplate } from '../../support/template/edit-template.ts'
import { createPageFetch } from '../../support/doctor/page-fetch.ts'
import { freePorts } from '../../support/node/free-ports.ts'
import { startStandIn, type TestStandIn } from '../../support/stand-in.ts'

let standIn: TestStandIn
let nowhere: string

beforeAll(async () => {
  standIn = await startStandIn()
  nowhere = `http://localhost:${await freePorts(2)}`
})

afterAll(() => standIn.close())

function pagePorts(config: Partial<AppConfig> = {}) {
  const fetch = createPageFetch('http://localhost:5173')
  return terminalPorts(standIn, { config, fetch, readsEveryAnswer: false })
}

interface Fault {
  fault: string
  edit?: readonly [from: string, to: string]
  config?: (standIn: TestStandIn) => Partial<AppConfig>
  complaint: string
  saying: string
}

const faults: readonly Fault[] = [
  {
    fault: 'an app client that is not there',
    config: () => ({ userPoolClientId: 'nosuchclient' }),
    complaint: 'app-client: wrong',
    saying: 'There is no app client nosuchclient',
  },
  {
    fault: 'a domain where nobody answers',
    config: ({ config }) => ({ local: { ...config.local!, domainUrl: nowhere } }),
    complaint: 'domain: wrong',
    saying: 'Nothing answers',
  },
  {
    fault: 'a callback URL of another port',
    config: () => ({ redirectSignIn: ['http://localhost:5174/callback'] }),
    complaint: 'callback-url: wrong',
    saying: 'differs at character 21: there it has “4”, and here it is “3”',
  },
  {
    fault: 'an app client without the code grant',
    edit: ['AllowedOAuthFlows: [code]', 'AllowedOAuthFlows: [implicit]'],
    complaint: 'callback-url: wrong',
    saying: 'unauthorized_client',
  },
  {
    fault: 'a bucket without a CORS rule for the app',
    edit: [
      'Default: http://localhost:5173,http://localhost:4173',
      'Default: https://elsewhere.example',
    ],
    complaint: 'cors: wrong',
    saying: 'does not let http://localhost:5173 ask with GET and PUT',
  },
  {
    fault: 'a bucket whose CORS lets nobody write',
    edit: ['[GET, HEAD, PUT, POST, DELETE]', '[GET, HEAD]'],
    complaint: 'cors: wrong',
    saying: 'Answers to GET could be read, so the bucket is there',
  },
]

test.each(faults)('a page finds $fault, and nothing else', async (fault) => {
  const { edit, config, complaint, saying } = fault
  editTemplate(standIn, ...(edit ? [edit] : []))

  const findings = await examine(pagePorts(config?.(standIn)))

  expect(complaints(findings)).toEqual([complaint])
  expect(JSON.stringify(findings.get(complaint.split(':')[0] as CheckId))).toContain(saying)
})

test('a page says of a bucket whose answers it may not read that it cannot tell', async () => {
  editTemplate(standIn)

  const findings = await examine(pagePorts({ bucket: 'nobody-has-this-bucket' }), [
    'bucket',
    'cors',
  ])

  expect(findings.get('bucket')?.status).toBe('unknown')
  expect(findings.get('cors')?.evidence).toContain('“npm run doctor” tells them apart')
})

test('a page finds nothing where nothing is wrong, and says what it could not tell', async () => {
  editTemplate(standIn)

  const findings = await examine(pagePorts())

  const others = [...findings.values()].filter(({ status }) => status !== 'ok')
  expect(others.map(({ check, status }) => `${check}: ${status}`)).toEqual([
    'region: unknown',
    'storage: not-applicable',
    'account: unknown',
    'first-factors: not-applicable',
    'passkeys: not-applicable',
    'second-factors: unknown',
    'threat-protection: not-applicable',
    'domain: unknown',
    'identity-pool: unknown',
    'role: unknown',
    'cors: unknown',
  ])
})
