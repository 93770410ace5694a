import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freePorts } from '../../support/node/free-ports.ts'
import { runProcess, startProcess, type LocalProcess } from '../../support/node/local-process.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'

const run = promisify(execFile)

/** @returns what the client printed; rejects when it trusted nobody. */
async function askBy({ ready }: LocalProcess, env: Record<string, string>) {
  const { stdout } = await run(process.execPath, ['tests/support/node/tls-client.mjs'], {
    env: { PATH: process.env['PATH'] ?? '', READY: JSON.stringify(ready), ...env },
  })
  return JSON.parse(stdout) as {
    UserSub: string
    text: string
    document: Record<string, string>
  }
}

test('with TLS both ports are https, for clients that were told of the certificate', async () => {
  const data = temporaryFolder()
  const process = await startProcess({
    LOCAL_AWS_TLS: 'on',
    LOCAL_AWS_DATA: data,
    LOCAL_AWS_PORT: '0',
  })
  const { config, certificateFile = '' } = process.ready

  expect(certificateFile).toBe(join(data, 'tls', 'localhost.pem'))
  for (const url of [config.local!.userPoolEndpoint, config.local!.s3Endpoint]) {
    expect(url).toMatch(/^https:\/\/localhost:/)
  }
  await expect(askBy(process, {})).rejects.toThrow(/self-signed certificate/)
  // Who signs up is looked at by a function, which asks the pool.
  const found = await askBy(process, { NODE_EXTRA_CA_CERTS: certificateFile })

  expect(found.UserSub).toBeTruthy()
  expect(found.text).toBe('over TLS')
  expect(found.document).toMatchObject({
    issuer: `${config.local!.domainUrl}/${config.userPoolId}`,
    authorization_endpoint: `${config.local!.domainUrl}/oauth2/authorize`,
  })
  await expect(fetch(config.local!.domainUrl.replace('https:', 'http:'))).rejects.toThrow()
  expect(await process.end('SIGTERM')).toBe(0)
  expect(process.stderr()).toContain(
    `TLS      ${certificateFile}, which a client has to be told of`,
  )
})

test('without data the certificate goes when the local AWS ends', async () => {
  const process = await startProcess({
    LOCAL_AWS_TLS: 'on',
    LOCAL_AWS_DATA: ':memory:',
    LOCAL_AWS_PORT: '0',
  })
  const { certificateFile = '' } = process.ready
  expect(existsSync(certificateFile)).toBe(true)

  await process.end('SIGTERM')

  expect(existsSync(certificateFile)).toBe(false)
})

test('a certificate that cannot be used is said in a sentence', async () => {
  const failed = await runProcess({
    LOCAL_AWS_TLS_CERT: 'README.md',
    LOCAL_AWS_TLS_KEY: 'README.md',
    LOCAL_AWS_DATA: ':memory:',
    LOCAL_AWS_PORT: String(await freePorts(2)),
  })

  expect(failed.code).toBe(1)
  expect(failed.stderr).toBe('README.md is no certificate in PEM.\n')
})
