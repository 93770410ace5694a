import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** What the ports prove by who they are. */
export interface Certificate {
  /** PEM, with what it was issued by behind it. */
  certificate: string
  /** PEM. */
  key: string
  /** The certificate's: what a client has to be told that it may trust. */
  file: string
}

/** The certificate or its key cannot be used; says why, and what to do. */
export class CertificateError extends Error {
  override readonly name = 'CertificateError'
}

/**
 * A certificate that was given.
 *
 * @throws CertificateError
 */
export function readCertificate(files: { certificate: string; key: string }): Certificate {
  const certificate = read(files.certificate)
  const key = read(files.key)
  const parsed = parse(files.certificate, 'is no certificate in PEM', () => {
    return new X509Certificate(certificate)
  })
  const privateKey = parse(files.key, 'is no private key in PEM, or has a passphrase', () =>
    createPrivateKey(key),
  )
  if (!parsed.checkPrivateKey(privateKey)) {
    throw new CertificateError(`${files.key} is not the key of ${files.certificate}.`)
  }
  if (parsed.checkHost('localhost') === undefined) {
    throw new CertificateError(
      `${files.certificate} is not for localhost, where the local AWS is: its names are ${parsed.subjectAltName ?? 'none'}.`,
    )
  }
  return { certificate, key, file: files.certificate }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    throw new CertificateError(`${file} cannot be read (${code}).`, { cause: error })
  }
}

function parse<Result>(file: string, fault: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw new CertificateError(`${file} ${fault}.`, { cause: error })
  }
}
