/**
 * The arrows of the architecture: each folder or file with the folders and files that it may import
 * from, besides itself. What is not named is an error (`check-arrows.mjs`), and `docs/architecture.md`
 * repeats the table. Those of
 * `src` and `local` are named from there.
 */
export const srcArrows = {
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
  'src/app': ['routes', 'doctor', 'auth', 'storage', 'ui', 'navigation', 'config', 'retry'],
  'src/routes': ['auth', 'storage', 'profile', 'doctor', 'ui', 'navigation'],
  'src/auth': ['navigation', 'retry'],
  'src/storage': ['navigation', 'retry'],
  'src/profile': [],
  'src/doctor': ['config', 'ui/wording'],
  'src/ui': ['navigation'],
  'src/navigation': [],
  'src/retry': [],
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
  'local-api',
  'outbox',
]

export const localArrows = {
  'local/start.mjs': [],
  'local/main.ts': ['local-aws.ts', 'data-tasks.ts', 'terminal.ts', 'options.ts', 'node', 'core'],
  'local/vite-plugin.ts': ['local-aws.ts', 'terminal.ts', 'options.ts', 'node', 'core'],
  'local/local-aws.ts': [
    'listeners.ts',
    'stand-in.ts',
    'options.ts',
    'migrations.ts',
    's3',
    'local-api',
    'node',
    'core',
  ],
  'local/data-tasks.ts': ['options.ts', 'migrations.ts', 's3', 'node', 'core'],
  'local/migrations.ts': ['core'],
  'local/web-aws.ts': ['stand-in.ts', 'local-api', 'web', 'core'],
  'local/terminal.ts': ['local-aws.ts', 'core'],
  'local/listeners.ts': ['node', 'http', 'core'],
  'local/options.ts': ['core'],
  'local/stand-in.ts': [
    ...services,
    'template',
    'installation.ts',
    'administrator.ts',
    'route-cognito.ts',
    'verify-login.ts',
    'http',
    'core',
  ],
  'local/installation.ts': ['template', 'core'],
  'local/administrator.ts': ['iam', 'core'],
  'local/route-cognito.ts': ['http', 'core'],
  'local/verify-login.ts': ['user-pools', 'identity-pools', 'core'],
  'local/template': ['user-pools', 'identity-pools', 's3', 'iam', 'lambda', 'core'],
  'local/social-providers': ['authorization-server', 'http', 'core'],
  'local/lambda': ['iam', 'core'],
  'local/user-pools': ['iam', 'signature-v4', 'http', 'core'],
  'local/managed-login': ['user-pools', 'authorization-server', 'http', 'core'],
  'local/authorization-server': ['http', 'core'],
  'local/identity-pools': ['iam', 'signature-v4', 'http', 'core'],
  'local/s3': ['iam', 'signature-v4', 'http', 'core'],
  'local/signature-v4': ['iam', 'http', 'core'],
  'local/local-api': ['http', 'core'],
  'local/outbox': ['core'],
  'local/iam': ['core'],
  'local/http': ['core'],
  'local/web': ['http', 'core'],
  'local/node': ['http', 'core'],
  'local/core': [],
}

/** Whole paths, since what builds and deploys the two worlds looks into both. */
export const infraArrows = {
  'infra/build': [
    'infra/hosting',
    'infra/deploy/site/file-headers.ts',
    'local/node/read-text-file.ts',
    'src/config',
    'src/doctor',
    'src/ui/wording',
  ],
  'infra/deploy': [
    'infra/build',
    'infra/terminal',
    'local/template',
    'local/node/read-text-file.ts',
    'local/core',
  ],
  'infra/doctor': [
    'infra/build',
    'infra/terminal',
    'local/node/read-text-file.ts',
    'src/doctor',
    'src/config',
  ],
  'infra/terminal': [],
  'infra/hosting': [],
  'infra/service-models': [],
  'infra/triggers': ['infra/hosting'],
}
