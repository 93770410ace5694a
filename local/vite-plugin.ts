import { relative, resolve } from 'node:path'
import type { Connect, Logger, Plugin, PreviewServer, ViteDevServer } from 'vite'
import { keepAliveTimeoutMs } from './node/keep-alive.ts'
import { startLocalAws, type LocalAws } from './local-aws.ts'
import { describeCause } from './node/system-log.ts'
import { watchFile } from './node/watch-file.ts'
import { parseOptions, type LocalAwsOptions } from './options.ts'
import {
  appClients,
  describeAdministrator,
  describeAppClients,
  describeBrokenTemplate,
  describeInbox,
  describeReload,
  describeStart,
} from './terminal.ts'

/** Vite reads its config anew on a restart, this module with it, so what runs is kept out here. */
const running = globalThis as { [key: symbol]: Running | undefined }
const runningKey = Symbol.for('cognito-starter.local-aws')

interface Running {
  localAws: LocalAws
  close: () => Promise<void>
}

/** Runs the local AWS inside `vite` and `vite preview`, and serves its `/config.json` to the app. */
export function localAws(overrides: Partial<LocalAwsOptions> = {}): Plugin {
  return {
    name: 'local-aws',
    api: { config: () => running[runningKey]?.localAws.standIn.config() },
    async configureServer(server) {
      await attach(server, overrides, () => server.ws.send({ type: 'full-reload' }))
    },
    async configurePreviewServer(server) {
      await attach(server, overrides, () => undefined)
    },
  }
}

async function attach(
  server: ViteDevServer | PreviewServer,
  overrides: Partial<LocalAwsOptions>,
  onReload: () => void,
) {
  const { logger, root } = server.config
  const options = { ...parseOptions([], process.env), ...overrides }
  const template = resolve(root, options.template)
  const { localAws, close } = await start({ ...options, template }, logger, onReload)

  server.middlewares.use('/config.json', serveConfig(localAws))
  // Node's five seconds are less than scripts keep one.
  if (server.httpServer && 'keepAliveTimeout' in server.httpServer) {
    server.httpServer.keepAliveTimeout = keepAliveTimeoutMs
  }
  server.httpServer?.once('close', () => {
    close().catch((error: unknown) => logger.error(String(error)))
  })
  const printUrls = server.printUrls.bind(server)
  server.printUrls = () => {
    printUrls()
    logger.info(banner(localAws, options))
  }
}

/** A restart starts the new server before it closes the old: the ports and the data change hands. */
async function start(
  options: LocalAwsOptions,
  logger: Logger,
  onReload: () => void,
): Promise<Running> {
  await running[runningKey]?.close()
  const log = logTo(logger)
  const localAws = await startLocalAws(options, { log }).catch(rethrowInWords)
  const onChange = (read: () => string) => {
    const name = relative('.', options.template)
    try {
      localAws.standIn.reload(read())
      logger.info(describeReload(name, localAws.standIn.deployment().notEmulated), {
        timestamp: true,
      })
      onReload()
    } catch (error) {
      logger.error(describeBrokenTemplate(error), { timestamp: true })
    }
  }
  const watching = watchFile(options.template, onChange, log)
  let closing: Promise<void> | undefined
  const started: Running = {
    localAws,
    close() {
      watching.close()
      if (running[runningKey] === started) running[runningKey] = undefined
      return (closing ??= localAws.close())
    },
  }
  running[runningKey] = started
  return started
}

/** Vite prints the stack of what is thrown here; a taken port needs its sentence only. */
function rethrowInWords(error: unknown): never {
  if (
    error instanceof Error &&
    /^(Options|Certificate|PortTaken|FolderInUse|DataFolder|TextFile|Template)Error$/.test(
      error.name,
    )
  ) {
    error.stack = error.message
  }
  throw error
}

/** It holds the admin token: Vite's own CORS would let pages of every local port read it. */
function serveConfig({ standIn }: LocalAws): Connect.NextHandleFunction {
  return function serveLocalConfig(request, response) {
    response.setHeader('content-type', 'application/json')
    response.setHeader('cache-control', 'no-store')
    if (isFromAnotherOrigin(request)) {
      response.statusCode = 403
      const message = 'The configuration of the local AWS is for pages of this origin only.'
      return void response.end(JSON.stringify({ message }))
    }
    response.end(JSON.stringify(standIn.config()))
  }
}

/**
 * Whether a page of another origin asks. What is no browser says nothing, nor does whoever opens the
 * address: another page can open it too, and read none of it.
 *
 * @see https://www.w3.org/TR/fetch-metadata/
 */
function isFromAnotherOrigin({ headers }: Connect.IncomingMessage): boolean {
  const { origin, host = '', 'sec-fetch-site': site = 'none' } = headers
  const isOpened =
    headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  const isOwnSite = site === 'none' || site === 'same-origin' || isOpened
  const isOwnOrigin = origin === undefined || /^https?:\/\/(.*)$/.exec(origin)?.[1] === host
  return !isOwnSite || !isOwnOrigin
}

function logTo(logger: Logger) {
  return {
    info: (message: string) => logger.info(message, { timestamp: true }),
    warn: (message: string) => logger.warn(message, { timestamp: true }),
    error(message: string, cause: unknown) {
      logger.error(`${message}: ${describeCause(cause)}`, { timestamp: true })
    },
  }
}

function banner(localAws: LocalAws, { administrator }: LocalAwsOptions): string {
  const isTerminal = process.stdout.isTTY
  return [
    '',
    describeStart(localAws),
    '  Next: open the app, and create an account with any address. Nothing is sent: the app shows',
    '  you the code. Other messages are in the inbox:',
    describeInbox(localAws),
    describeAppClients(appClients(localAws), { isTerminal }),
    describeAdministrator(localAws, { isGiven: administrator !== undefined, isTerminal }),
  ].join('\n')
}
