import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import type * as Selfsigned from 'selfsigned'
import { tellingDiskFaults } from '../disk-fault.ts'
import { CertificateError, readCertificate, type Certificate } from './certificate.ts'

const dayMs = 86_400_000
/** Apple's systems trust none that is good for longer than 398. */
const lifetimeDays = 390
/** One that ends sooner is made anew. */
const leastDays = 30

/**
 * A certificate for this machine's loopback names that vouches for itself and for nothing else: whoever
 * trusts it trusts no other. It is made once and kept, so that clients are told once.
 *
 * @param folder its own, for the certificate and its key.
 * @throws DataFolderError
 */
export async function keptCertificate(folder: string, nowMs: number): Promise<Certificate> {
  const files = {
    certificate: join(folder, 'localhost.pem'),
    key: join(folder, 'localhost-key.pem'),
  }
  const kept = findKept(files)
  if (kept && endsAtMs(kept) - nowMs >= leastDays * dayMs) return kept
  const { cert: certificate, private: key } = await generate(nowMs)
  tellingDiskFaults(folder, () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    write(files.key, key)
    write(files.certificate, certificate)
  })
  return { certificate, key, file: files.certificate }
}

function findKept(files: { certificate: string; key: string }): Certificate | undefined {
  try {
    return readCertificate(files)
  } catch (error) {
    if (error instanceof CertificateError) return undefined
    throw error
  }
}

function endsAtMs({ certificate }: Certificate): number {
  return Date.parse(new X509Certificate(certificate).validTo)
}

/** Not imported: who runs without TLS should not load it. */
async function generate(nowMs: number): Promise<Selfsigned.GenerateResult> {
  const require = createRequire(import.meta.url)
  const selfsigned = require('selfsigned') as typeof Selfsigned
  return selfsigned.generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(nowMs - dayMs),
    notAfterDate: new Date(nowMs + lifetimeDays * dayMs),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  })
}

/** Whole or not at all, and nobody else's to read. */
function write(file: string, text: string): void {
  const draft = `${file}.${process.pid}.new`
  writeFileSync(draft, text, { mode: 0o600 })
  renameSync(draft, file)
}
