import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePorts } from '../../support/free-ports.ts'

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

/** `infra/template.yaml` with the app's origin of this run where it names the preview's. */
export const templateFile = join('node_modules/.cache/e2e', `template-${appPort}.yaml`)
if (isRunner) {
  const template = readFileSync('infra/template.yaml', 'utf8')
  mkdirSync('node_modules/.cache/e2e', { recursive: true })
  writeFileSync(templateFile, template.replaceAll('http://localhost:4173', appUrl))
}

/** The token of the inbox. */
export const adminToken = 'browser-tests-only'

/** How `vite` serves the built app and a local AWS of its own, on ports that are free. */
export const previewArguments = ['preview', '--port', String(appPort)]
export const previewEnvironment = {
  LOCAL_AWS_DATA: ':memory:',
  LOCAL_AWS_PORT: String(localAwsPort),
  LOCAL_AWS_TEMPLATE: templateFile,
  LOCAL_AWS_ADMIN_TOKEN: adminToken,
}

/**
 * What drives the local AWS itself, or reads its inbox beyond the newest code: its providers and pages,
 * its faults, stacks with one thing broken. Single tests have the tag `@local`.
 */
export const needsTheLocalAws = [
  'calls',
  'codes',
  'cross-site-post',
  'managed-login',
  'partial-configuration',
  'redirect',
  'sign-in-page',
  'social*',
  'temporary-password',
  'troubleshooting*',
  'web-aws',
].map((name) => `**/${name}.spec.ts`)
