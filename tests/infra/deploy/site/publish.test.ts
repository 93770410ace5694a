import { expect, test } from 'vitest'
import { builtApp, nextApp } from '../support/built-app.ts'
import { site } from '../support/fake-site.ts'
import { startHosting } from '../support/hosted-deployment.ts'

test('--hosting makes the site, builds the app for the stack and publishes it, in one run', async () => {
  const { aws, host, keys } = await startHosting()
  let settings: ReadonlyMap<string, string> | undefined

  const { problem, text } = await host({ onBuild: (request) => (settings = request.settings) })

  expect(problem).toBeUndefined()
  expect(aws.cloudFormation.stacks[0]).toMatchObject({ status: 'CREATE_COMPLETE' })
  expect(aws.cloudFormation.stacks[0]?.parameters.get('Hosting')).toBe('true')
  expect(settings?.get('VITE_USER_POOL_ID')).toBe('eu-west-1_AbCdEfGhI')
  expect(settings?.get('VITE_SOCIAL_PROVIDERS')).toBe('')
  expect(keys()).toEqual(Object.keys(builtApp).sort())
  expect(text).toContain('Then the app is built and published.')
  expect(text).toContain('Built: 9 files.')
  expect(text).toContain('Uploaded 9 of 9 files, 1 KB.')
  expect(text).toMatch(/The app is at https:\/\/d111111abcdef8\.cloudfront\.net\n$/)
})

test('each file says what it is and how long a copy is good for', async () => {
  const { host, siteBucket } = await startHosting()

  await host()

  const headers = [...siteBucket().objects].map(([key, { contentType, cacheControl }]) => [
    key,
    contentType,
    cacheControl,
  ])
  expect(headers.sort()).toEqual([
    ['.cognito-starter/site.json', 'application/json', 'no-store'],
    ['app.html', 'text/html; charset=utf-8', 'no-cache'],
    ['assets/app-Ci6Obi.css', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
    [
      'assets/index-CUwsbN.js',
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ],
    [
      'assets/sign-in-CH8ElP.js',
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ],
    ['config.json', 'application/json', 'no-cache'],
    ['early.js', 'text/javascript; charset=utf-8', 'public, max-age=300'],
    ['favicon.svg', 'image/svg+xml', 'public, max-age=300'],
    ['index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['sign-in.html', 'text/html; charset=utf-8', 'no-cache'],
  ])
})

test('assets go first and pages last', async () => {
  const { host } = await startHosting()
  const sent: string[] = []

  await host({ onCall: (call) => sent.push(...call.split(/^PutObject /).slice(1)) })

  const kinds = sent.map((key) =>
    key.startsWith('assets/') ? 'asset' : key.endsWith('.html') ? 'page' : 'other',
  )
  expect(kinds).toEqual([
    'other', // What it is about to do.
    ...['asset', 'asset', 'asset'],
    ...['other', 'other', 'other'],
    ...['page', 'page', 'page'],
    'other', // That it is done.
  ])
})

test('CloudFront drops what is no asset, by file and by address, in one invalidation', async () => {
  const { aws, host } = await startHosting()

  const { text } = await host()

  expect(aws.cloudFront.invalidations).toMatchObject([
    {
      distributionId: site.distributionId,
      status: 'Completed',
      paths: [
        '/',
        '/app',
        '/app.html',
        '/config.json',
        '/early.js',
        '/favicon.svg',
        '/index.html',
        '/sign-in',
        '/sign-in.html',
      ],
    },
  ])
  expect(text).toContain('CloudFront has dropped its copies of 9 paths.')
})

test('a second run uploads nothing and invalidates nothing', async () => {
  const { aws, host } = await startHosting()
  await host()
  aws.calls.length = 0

  const { problem, text } = await host()

  expect(problem).toBeUndefined()
  expect(text).toContain('The site is as built: nothing to upload.')
  expect(aws.calls).not.toContain('PutObject')
  expect(aws.calls).not.toContain('CreateInvalidation')
  expect(text).toContain('The app is at https://d111111abcdef8.cloudfront.net')
})

test('of another build only what is new is sent, and the files of the one before stay', async () => {
  const { aws, host, keys } = await startHosting()
  await host()
  aws.calls.length = 0

  const { text } = await host({ app: nextApp })

  expect(text).toContain('Uploaded 4 of 9 files, 1 KB; the other 5 are there already.')
  expect(keys()).toContain('assets/index-CUwsbN.js')
  expect(keys()).toContain('assets/index-DUwsbN.js')
  expect(aws.cloudFront.invalidations.at(-1)?.paths).toEqual([
    '/',
    '/app',
    '/app.html',
    '/index.html',
    '/sign-in',
    '/sign-in.html',
  ])
})

test('assets of a build go thirty days after another took its place, and not before', async () => {
  const { aws, host, keys } = await startHosting()
  await host()
  aws.advance(400 * 24 * 3_600_000)
  await host({ app: nextApp })
  aws.advance(29 * 24 * 3_600_000)
  await host({ app: nextApp })
  expect(keys()).toContain('assets/index-CUwsbN.js')
  aws.advance(2 * 24 * 3_600_000)

  const { text } = await host({ app: nextApp })

  expect(text).toContain('Removed 1 files that no build needs any more.')
  expect(keys()).toEqual(Object.keys(nextApp).sort())
})

test('a file without a hash in its name goes as soon as it is built no more, at CloudFront too', async () => {
  const { aws, host, keys } = await startHosting()
  await host({ app: { ...builtApp, 'keys.txt': 'not for you', 'old.html': '' } })

  const { text } = await host()

  expect(text).toContain('Removed 2 files that no build needs any more.')
  expect(keys()).toEqual(Object.keys(builtApp).sort())
  expect(aws.cloudFront.invalidations.at(-1)).toMatchObject({
    status: 'Completed',
    paths: ['/keys.txt', '/old', '/old.html'],
  })
})

test('what somebody else has put into the bucket stays', async () => {
  const { aws, host, keys, siteBucket } = await startHosting()
  await host()
  const theirs = { bytes: new Uint8Array(), contentType: '', cacheControl: '' }
  siteBucket().objects.set('.well-known/assetlinks.json', theirs)
  siteBucket().objects.set('robots.txt', theirs)
  await host({ app: nextApp })
  aws.advance(31 * 24 * 3_600_000)

  await host({ app: nextApp })

  expect(siteBucket().objects.has('.well-known/assetlinks.json')).toBe(true)
  expect(keys()).toContain('robots.txt')
})

test('a build that comes back is published again', async () => {
  const { aws, host, siteBucket } = await startHosting()
  await host()
  await host({ app: nextApp })
  aws.advance(31 * 24 * 3_600_000)

  await host()

  expect(new TextDecoder().decode(siteBucket().objects.get('index.html')?.bytes)).toBe(
    builtApp['index.html'],
  )
  expect(siteBucket().objects.has('assets/index-DUwsbN.js')).toBe(true)
})

test('hosting stays on until it is turned off, and each run publishes', async () => {
  const { aws, host, run, keys } = await startHosting()
  await host()

  const { problem } = await run(['--yes'], { app: nextApp })

  expect(problem).toBeUndefined()
  expect(aws.cloudFormation.stacks[0]?.parameters.get('Hosting')).toBe('true')
  expect(keys()).toContain('assets/index-DUwsbN.js')
})

test('where the stack does not change, publishing is asked about', async () => {
  const { aws, host, run, envText } = await startHosting()
  await host()
  aws.calls.length = 0

  const { problem, text } = await run([], { app: nextApp, answers: ['no'] })

  expect(text).toContain(
    'Build the app and publish it at https://d111111abcdef8.cloudfront.net? Type yes to go on',
  )
  expect(problem).toMatchObject({ exitCode: 3 })
  expect(aws.calls).not.toContain('PutObject')
  expect(envText()).toContain('VITE_USER_POOL_ID=')
})

test('a change of the stack and the publication are one question', async () => {
  const { run, keys } = await startHosting()
  await run(['--yes'])

  const { problem, terminal } = await run(['--hosting'], { answers: ['yes'] })

  expect(problem).toBeUndefined()
  expect(terminal.questions).toHaveLength(1)
  expect(keys()).toContain('index.html')
})

test('a name of one’s own is what to open, and its DNS record is said', async () => {
  const { run } = await startHosting()

  const { text } = await run([
    ...['--hosting', '--yes', '--parameter', 'SiteDomainName=app.example.com'],
    ...['--parameter', 'SiteCertificateArn=arn:aws:acm:us-east-1:123456789012:certificate/0a1b'],
  ])

  expect(text).toContain('The app is at https://app.example.com')
  expect(text).toMatch(/make a CNAME record .* from it to d111111abcdef8\.cloudfront\.net/s)
})
