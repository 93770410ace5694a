import { X509Certificate } from 'node:crypto'
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import { expect, test } from 'vitest'
import { CertificateError, readCertificate } from '../../../local/node/tls/certificate.ts'
import { keptCertificate } from '../../../local/node/tls/make-certificate.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'

const dayMs = 86_400_000

async function given(host: string) {
  const folder = temporaryFolder()
  const made = await generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: host }] }],
  })
  const files = { certificate: join(folder, 'cert.pem'), key: join(folder, 'key.pem') }
  writeFileSync(files.certificate, made.cert)
  writeFileSync(files.key, made.private)
  return { files, folder }
}

test('a certificate that is made is for loopback names, vouches for no other, and ends', async () => {
  const nowMs = Date.now()
  const { certificate } = await keptCertificate(join(temporaryFolder(), 'tls'), nowMs)

  const parsed = new X509Certificate(certificate)

  expect(parsed.checkHost('localhost')).toBeDefined()
  for (const ip of ['127.0.0.1', '::1']) expect(parsed.checkIP(ip), ip).toBeDefined()
  expect(parsed.checkHost('example.com')).toBeUndefined()
  expect(parsed.ca).toBe(false)
  expect(parsed.verify(parsed.publicKey)).toBe(true)
  const days = (Date.parse(parsed.validTo) - Date.parse(parsed.validFrom)) / dayMs
  expect(days).toBeLessThan(398)
  expect(Date.parse(parsed.validFrom)).toBeLessThan(nowMs)
})

test('it is kept until its end is near, and is nobody else’s to read', async () => {
  const folder = join(temporaryFolder(), 'tls')
  const nowMs = Date.now()
  const first = await keptCertificate(folder, nowMs)

  expect(await keptCertificate(folder, nowMs + 359 * dayMs)).toEqual(first)
  const second = await keptCertificate(folder, nowMs + 361 * dayMs)

  expect(second.certificate).not.toBe(first.certificate)
  expect(readdirSync(folder).sort()).toEqual(['localhost-key.pem', 'localhost.pem'])
  for (const name of readdirSync(folder)) {
    expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600)
  }
})

test('what cannot be read of what was kept is made anew', async () => {
  const folder = join(temporaryFolder(), 'tls')
  const first = await keptCertificate(folder, Date.now())
  writeFileSync(join(folder, 'localhost-key.pem'), 'cut off')

  const second = await keptCertificate(folder, Date.now())

  expect(second.key).not.toBe(first.key)
  expect(
    readCertificate({ certificate: second.file, key: join(folder, 'localhost-key.pem') }),
  ).toEqual(second)
})

test('a certificate of one’s own is taken when it is for localhost, with its own key', async () => {
  const { files, folder } = await given('localhost')
  const other = await given('localhost')
  const foreign = await given('aws.example.com')

  expect(readCertificate(files).file).toBe(files.certificate)
  const refused = (change: Partial<typeof files>) => () => readCertificate({ ...files, ...change })
  expect(refused({ key: other.files.key })).toThrow(/key\.pem is not the key of .+cert\.pem\.$/)
  expect(refused(foreign.files)).toThrow(
    'is not for localhost, where the local AWS is: its names are DNS:aws.example.com.',
  )
  expect(refused({ certificate: files.key })).toThrow('is no certificate in PEM.')
  expect(refused({ key: files.certificate })).toThrow(
    'is no private key in PEM, or has a passphrase.',
  )
  expect(refused({ key: join(folder, 'nothing') })).toThrow('cannot be read (ENOENT).')
  expect(refused({ key: join(folder, 'nothing') })).toThrow(CertificateError)
})
