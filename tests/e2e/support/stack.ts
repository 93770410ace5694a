import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { freePorts } from '../../support/node/free-ports.ts'
import { withPasswordsAlone } from '../../support/template/passwords-alone.mjs'

/**
 * The stack under test: the local AWS that `playwright.config.ts` starts, or, with `BASE_URL`, an app
 * that is served already, on real AWS too.
 */
// Vitest has a BASE_URL of its own: the base path.
export const givenUrl: string | undefined = process.env['VITEST']
  ? undefined
  : process.env['BASE_URL']

// Chosen anew by each run, so that two can stand side by side. Workers have it from the runner.
const isRunner = process.env['E2E_PORT'] === undefined
const appPort = Number((process.env['E2E_PORT'] ??= String(await freePorts(3))))
const localAwsPort = appPort + 1

/** The app's origin. */
export const appUrl = givenUrl ?? `http://localhost:${appPort}`

/** The local AWS's origin, and that of its domain. */
export const localAwsUrl = `http://localhost:${localAwsPort}`

/** @returns the file of {@link templateFor}. */
export function writeTemplateFor(origin: string): string {
  const file = fileOf(origin)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, templateFor(origin))
  return file
}

/** `infra/template.yaml` for people with passwords alone, with another origin of the app in the preview's place. */
export function templateFor(origin: string): string {
  return withPasswordsAlone(templateAsItComes(origin))
}

/** With what it takes in place of the password. */
export function templateAsItComes(origin: string): string {
  return readFileSync('infra/template.yaml', 'utf8').replaceAll('http://localhost:4173', origin)
}

function fileOf(origin: string): string {
  return join('node_modules/.cache/e2e', `template-${new URL(origin).port}.yaml`)
}

if (isRunner) writeTemplateFor(appUrl)

/** The token of the inbox. */
export const adminToken = 'browser-tests-only'

/** How `vite` serves the built app and a local AWS of its own, on ports that are free. */
export const previewArguments = ['preview', '--port', String(appPort)]
export const previewEnvironment = {
  LOCAL_AWS_DATA: ':memory:',
  LOCAL_AWS_PORT: String(localAwsPort),
  LOCAL_AWS_TEMPLATE: fileOf(appUrl),
  LOCAL_AWS_ADMIN_TOKEN: adminToken,
}

/**
 * What drives the local AWS itself, or reads its inbox beyond the newest code: its providers and pages,
 * its faults, stacks with one thing broken. Single tests have the tag `@local`.
 */
export const needsTheLocalAws = [
  'account-pages',
  'calls',
  'codes',
  'cross-site-post',
  'examples',
  'managed-login',
  'partial-configuration',
  'redirect*',
  'sign-in-page',
  'social*',
  'temporary-password',
  'troubleshooting*',
  'web-aws',
  'without-password',
].map((name) => `**/${name}.spec.ts`)
