import { readFileSync } from 'node:fs'
import { readAppConfig } from '../../infra/build/configuration/app-config.ts'

export type Outputs = Record<string, unknown> & {
  auth: Record<string, unknown> & { oauth?: Record<string, unknown> }
  storage?: Record<string, unknown>
}

export function fixture(name: string): Outputs {
  const file = new URL(`amplify-outputs/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as Outputs
}

export function read(outputs: unknown) {
  const text = typeof outputs === 'string' ? outputs : JSON.stringify(outputs)
  const config = readAppConfig({}, text)
  if (config.kind !== 'aws') throw new Error(`Not taken: ${JSON.stringify(config)}`)
  return config
}

export function problemsOf(outputs: unknown) {
  const config = readAppConfig({}, JSON.stringify(outputs))
  return config.kind === 'wrong' ? config.problems : []
}
