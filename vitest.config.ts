import { defineConfig } from 'vitest/config'
import { isolatedUnitTests } from './tests/support/setup/isolated-unit-tests.ts'

/** Amplify is one for a process: who is signed in, and where. */
const amplifyTests = ['tests/contract/amplify/**/*.test.ts', 'tests/contract/*/amplify.test.ts']

export default defineConfig({
  test: {
    maxWorkers: 2,
    // For what hangs. Beside other work (load 20 to 40 on two cores) route tests of two seconds took 24
    // to 47: a third of this limit failed there, with nothing wrong.
    testTimeout: 60_000,
    // The SDKs say at every start that releases of 2027 will need a newer Node.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // Loading all of it anew took each file a second, and no module keeps state: see
          // tests/architecture/module-state.test.ts.
          isolate: false,
          include: [
            'tests/unit/{local,src}/**/*.test.ts',
            'tests/{contract,wire,infra,architecture,build,recorded}/**/*.test.ts',
          ],
          exclude: [...amplifyTests, ...isolatedUnitTests],
          globalSetup: 'tests/support/setup/make-test-keys.ts',
          setupFiles: ['tests/support/setup/fail-on-console-error.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'amplify',
          environment: 'node',
          include: amplifyTests,
          globalSetup: 'tests/support/setup/make-test-keys.ts',
          setupFiles: [
            'tests/support/setup/fail-on-console-error.ts',
            'tests/support/setup/browser-storage.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: [
            'tests/routes/**/*.test.{ts,tsx}',
            'tests/contract/ui-react/**/*.test.tsx',
            ...isolatedUnitTests,
          ],
          globalSetup: 'tests/support/setup/make-test-keys.ts',
          setupFiles: [
            'tests/support/setup/fail-on-console-error.ts',
            'tests/support/setup/browser-storage.ts',
            'tests/support/setup/dom.ts',
            'tests/support/setup/native-mod-pow.ts',
          ],
        },
      },
    ],
  },
})
