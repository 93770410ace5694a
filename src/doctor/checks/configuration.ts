import type { AppConfig } from '../../config/app-config.ts'
import { configurationWords as words } from '#doctor-words/configuration'
import { createCheck, ok } from '../result.ts'

const optional = ['identityPoolId', 'domain', 'bucket'] as const

/** What there is, and what is switched off by what there is not; `parseConfig` has proved the rest. */
export const configuration = createCheck('configuration', ({ config }) => {
  const isLocal = config.local !== undefined
  const evidence = words.evidence(valuesOf(config))
  const absent = optional.filter((key) => config[key] === undefined)
  const summary = absent.length === 0 ? words.whole(isLocal) : words.inPart(absent, isLocal)
  return Promise.resolve(ok({ summary, evidence }))
})

function valuesOf(config: AppConfig): [string, string][] {
  const keys = ['region', 'userPoolId', 'userPoolClientId', ...optional] as const
  return keys.flatMap((key) => {
    const value = config[key]
    return value === undefined ? [] : [[key, value]]
  })
}
