/**
 * An exported data folder is a tar of these files, gzipped, whose checksum and length show when it is
 * cut or damaged: what it is, one log with the rows that are alive, and the bodies that these point at.
 */
export const manifestName = 'export.json'
export const logName = 'store-1.log'
export const blobsName = 'blobs'

export interface Manifest {
  format: 'cognito-starter-data'
  version: number
}

export const currentManifest: Manifest = { format: 'cognito-starter-data', version: 1 }

const blobName = /^blobs\/[0-9a-f-]{36}$/

export function isExported(name: string): boolean {
  return name === manifestName || name === logName || blobName.test(name)
}
