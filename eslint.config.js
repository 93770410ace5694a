import js from '@eslint/js'
import globals from 'globals'
import importX from 'eslint-plugin-import-x'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/**
 * The arrows of the architecture: each folder with the folders and files it may import from.
 * What is not named is an error. `docs/architecture.md` draws the same table.
 */
const srcArrows = {
  'src/main.tsx': [
    'config',
    'app',
    'routes',
    'auth',
    'storage',
    'ui',
    'navigation',
    'local-mode.ts',
  ],
  'src/prerender.tsx': ['app', 'routes', 'auth', 'storage', 'ui', 'navigation'],
  'src/app': ['routes', 'auth', 'storage', 'ui', 'navigation', 'config', 'patience'],
  'src/routes': ['auth', 'storage', 'profile', 'doctor', 'ui', 'navigation'],
  'src/auth': ['navigation', 'patience'],
  'src/storage': ['navigation', 'patience'],
  'src/profile': [],
  'src/doctor': ['config', 'ui/wording'],
  'src/ui': ['navigation'],
  'src/navigation': [],
  'src/patience': [],
  'src/config': [],
  'src/local-mode.ts': ['config'],
}

const services = [
  'user-pools',
  'managed-login',
  'social-providers',
  'lambda',
  'identity-pools',
  's3',
  'iam',
  'admin',
  'outbox',
]

const localArrows = {
  'local/main.ts': ['local-aws.ts', 'terminal.ts', 'options.ts', 'node', 'core'],
  'local/vite-plugin.ts': ['local-aws.ts', 'terminal.ts', 'options.ts', 'node', 'core'],
  'local/local-aws.ts': [
    'listeners.ts',
    'stand-in.ts',
    'options.ts',
    's3',
    'admin',
    'node',
    'core',
  ],
  'local/terminal.ts': ['local-aws.ts', 'core'],
  'local/listeners.ts': ['node', 'http', 'core'],
  'local/options.ts': ['core'],
  'local/stand-in.ts': [
    ...services,
    'template',
    'installation.ts',
    'route-cognito.ts',
    'verify-login.ts',
    'core',
  ],
  'local/installation.ts': ['template', 'core'],
  'local/route-cognito.ts': ['core'],
  'local/verify-login.ts': ['user-pools', 'identity-pools', 'core'],
  'local/template': ['user-pools', 'identity-pools', 's3', 'iam', 'lambda', 'core'],
  'local/social-providers': ['authorization-server', 'http', 'core'],
  'local/lambda': ['iam', 'core'],
  'local/user-pools': ['iam', 'http', 'core'],
  'local/managed-login': ['user-pools', 'authorization-server', 'http', 'core'],
  'local/authorization-server': ['http', 'core'],
  'local/identity-pools': ['iam', 'http', 'core'],
  'local/s3': ['iam', 'http', 'core'],
  'local/admin': ['http', 'core'],
  'local/outbox': ['core'],
  'local/iam': ['core'],
  'local/http': ['core'],
  'local/node': ['http', 'core'],
  'local/core': [],
}

/** Whole paths, since what builds and deploys the two worlds looks into both. */
const infraArrows = {
  'infra/build': [
    'infra/deploy/site/file-headers.ts',
    'infra/doctor/template-lines.ts',
    'src/config',
    'src/doctor',
    'src/ui/wording',
  ],
  'infra/deploy': ['infra/build', 'local/template', 'local/core'],
  'infra/doctor': [
    'infra/build',
    'infra/deploy/terminal.ts',
    'src/doctor',
    'src/config',
    'src/ui/wording',
  ],
  'infra/hosting': [],
  'infra/triggers': [],
}

const infraZones = Object.entries(infraArrows).map(([target, allowed]) => ({
  target: `./${target}`,
  from: './',
  except: [...allowed, target, 'node_modules'].map((place) => `./${place}`),
  message: `The arrows in eslint.config.js do not lead from ${target} to there.`,
}))

function zones(root, arrows) {
  return Object.entries(arrows).map(([target, allowed]) => ({
    target: `./${target}`,
    from: `./${root}`,
    except: [
      ...allowed.map((place) => `./${place}`),
      ...(/\.tsx?$/.test(target) ? [] : [`./${target.slice(root.length + 1)}`]),
    ],
    message: `The arrows in eslint.config.js do not lead from ${target} to there.`,
  }))
}

const foreign = [
  { target: './src', from: './local', message: 'src and local never meet.' },
  { target: './local', from: './src', message: 'src and local never meet.' },
  { target: ['./src', './local', './infra'], from: './tests', message: 'Nothing imports tests.' },
]

/** Time and randomness are handed in (local/core/clock.ts, random.ts), so that tests can own them. */
const ambient = [
  { object: 'Date', property: 'now', message: 'Use the Clock that is handed in.' },
  { object: 'Math', property: 'random', message: 'Use the Random that is handed in.' },
]

const nodeOnly = [
  'local/main.ts',
  'local/local-aws.ts',
  'local/listeners.ts',
  'local/vite-plugin.ts',
  'local/node/**',
]

export default tseslint.config(
  {
    ignores: [
      'dist',
      'node_modules',
      '.local-aws',
      'coverage',
      'test-results',
      'playwright-report',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.mjs', '**/*.cjs', '*.js'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['public/*.js'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.src.json', './tsconfig.local.json', './tsconfig.tests.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { 'import-x': importX },
    rules: {
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: [
            ...foreign,
            ...zones('src', srcArrows),
            ...zones('local', localArrows),
            ...infraZones,
          ],
        },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A form's fields are text unless it uploads a file, and String(form.get('x')) reads best.
      '@typescript-eslint/no-base-to-string': [
        'error',
        { ignoredTypeNames: ['Error', 'RegExp', 'URL', 'URLSearchParams', 'File'] },
      ],
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/auth/**', 'src/storage/**', 'src/config/**', 'src/main.tsx'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['aws-amplify', 'aws-amplify/auth', 'aws-amplify/auth/*'],
              message: 'Only src/auth and src/storage talk to Amplify.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/storage/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^aws-amplify(?!/storage$)',
              message: 'src/storage talks to Amplify Storage only.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['local/**/*.ts'],
    ignores: nodeOnly,
    rules: {
      'no-restricted-properties': ['error', ...ambient],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['node:*'],
              message: 'Node appears only at the edge: local/node, main, listeners, vite-plugin.',
            },
          ],
        },
      ],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'fetch'],
    },
  },
  {
    files: ['tests/**/*.{ts,tsx}', 'infra/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
)
