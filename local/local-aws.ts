import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { randomAdminToken } from './local-api/token.ts'
import type { Clock } from './core/ports/clock.ts'
import type { ConsoleFiles } from './core/ports/console-files.ts'
import type { Crypto } from './core/ports/crypto.ts'
import type { Log } from './core/ports/log.ts'
import type { Service } from './core/ports/service.ts'
import type { States } from './core/ports/states.ts'
import { createMemoryStates } from './core/store/memory-states.ts'
import type { Timer } from './core/ports/timer.ts'
import { listen, type Listener, type ListenOptions } from './listeners.ts'
import { migrations } from './migrations.ts'
import { createBuiltConsole } from './node/console/built-console.ts'
import { openFolderStates } from './node/snapshots/folder-states.ts'
import { createMemoryFiles } from './node/snapshots/memory-files.ts'
import { createNodeFetch } from './node/node-fetch.ts'
import { createNodeCrypto } from './node/node-crypto.ts'
import { startFunction } from './node/function-process.ts'
import { readTextFile } from './node/read-text-file.ts'
import { systemClock } from './node/system-clock.ts'
import { systemLog } from './node/system-log.ts'
import { readCertificate, type Certificate } from './node/tls/certificate.ts'
import { keptCertificate } from './node/tls/make-certificate.ts'
import { systemRandom } from './node/system-random.ts'
import { systemTimer } from './node/system-timer.ts'
import type { LocalAwsOptions } from './options.ts'
import { liveBlobIds } from './s3/objects/live-blobs.ts'
import { createRestorableStandIn } from './restorable/restorable-stand-in.ts'
import type { StandIn } from './stand-in.ts'
import { usersTable } from './user-pools/users/users.ts'

export interface LocalAws {
  standIn: StandIn
  /** Where the two ports answer; no trailing slash. */
  cognitoUrl: string
  s3Url: string
  cognitoPort: number
  s3Port: number
  /** With TLS, the file that clients have to be told of. */
  certificateFile: string | undefined
  /** Where data is kept, as one would type it; undefined in memory. */
  folder: string | undefined
  close(): Promise<void>
}

/** Far more than it takes to give up a request whose connection is gone. */
const idleWithinMs = 5000

/** For tests: time, cryptography, and the template's parameters. */
export interface LocalAwsSettings {
  clock?: Clock
  crypto?: Crypto
  log?: Log
  /** Counts how long functions run. */
  timer?: Timer
  parameters?: Readonly<Record<string, string>>
  consoleFiles?: ConsoleFiles
}

/**
 * The local AWS with its data and its two ports.
 *
 * @throws PortTakenError, CertificateError, DataFolderError, TextFileError, TemplateError
 */
export async function startLocalAws(
  options: LocalAwsOptions,
  settings: LocalAwsSettings = {},
): Promise<LocalAws> {
  const { clock = systemClock, log = systemLog, timer = systemTimer, parameters = {} } = settings
  const { crypto = createNodeCrypto() } = settings
  const text = readTextFile(options.template)
  const leakedPasswords = readLines(options.leakedPasswords)
  const cognito = forwarder()
  const s3 = forwarder()
  const listeners: Listener[] = []
  const opened: Closable[] = []
  // First the ports, then the functions that somebody may wait for. Once nobody works on a request any
  // more, the data: a body on its way in has gone again by then, or has its row.
  const closeAll = () => closeInTurn([...listeners.splice(0), ...opened.splice(0).reverse()])

  try {
    const tls = await openCertificate(options, opened)
    const listening = await listenOnPair(options.port, cognito, s3, { log, tls })
    const [{ port: cognitoPort }, { port: s3Port }] = listening
    listeners.push(...listening)
    const scheme = tls ? 'https' : 'http'
    const cognitoUrl = `${scheme}://localhost:${cognitoPort}`
    const s3Url = `${scheme}://localhost:${s3Port}`
    // A thread of this process cannot be told whom to trust, so functions have ports without TLS.
    const ofFunctions = tls && {
      cognito: await listen(cognito.service, { port: 0, log }),
      s3: await listen(s3.service, { port: 0, log }),
    }
    if (ofFunctions) listeners.push(ofFunctions.cognito, ofFunctions.s3)
    const states = openStates(options.data, log, opened)
    opened.push({ close: () => untilIdle(listening, log) })
    const standIn = await createRestorableStandIn(
      {
        template: { text, file: relative('.', options.template) },
        parameters,
        cognitoUrl,
        s3Url,
        ...(ofFunctions && {
          functionsUrls: {
            cognito: `http://localhost:${ofFunctions.cognito.port}`,
            s3: `http://localhost:${ofFunctions.s3.port}`,
          },
        }),
        ...(options.issuer && { issuer: options.issuer }),
        adminToken: options.adminToken ?? randomAdminToken(systemRandom),
        ...(leakedPasswords && { leakedPasswords }),
        ...(options.administrator && { administrator: options.administrator }),
        fetch: createNodeFetch(),
        functionHost: { start: startFunction, timer },
        consoleFiles: settings.consoleFiles ?? createBuiltConsole(resolve('.')),
      },
      { clock, log, random: systemRandom, crypto },
      states,
      timer,
    )
    opened.push(standIn)
    cognito.to(standIn.cognito)
    s3.to(standIn.s3)
    const folder = options.data === ':memory:' ? undefined : options.data
    const close = () => {
      standIn.endEvents()
      return closeAll()
    }
    const certificateFile = tls?.file
    return { standIn, cognitoUrl, s3Url, cognitoPort, s3Port, certificateFile, folder, close }
  } catch (error) {
    await closeAll()
    throw error
  }
}

interface Closable {
  close(): Promise<void>
}

/** All of them, also when one cannot be closed, which is thrown at the end. */
async function closeInTurn(all: readonly Closable[]): Promise<void> {
  const [first, ...rest] = all
  if (!first) return
  try {
    await first.close()
  } finally {
    await closeInTurn(rest)
  }
}

async function untilIdle(listeners: readonly Listener[], log: Log): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const isLate = new Promise<true>((resolve) => {
    timer = setTimeout(() => resolve(true), idleWithinMs)
  })
  const isIdle = Promise.all(listeners.map((listener) => listener.idle()))
  if ((await Promise.race([isIdle, isLate])) === true) {
    log.warn('Something still works on a request; the data is closed all the same.')
  }
  clearTimeout(timer)
}

function openStates(data: string, log: Log, opened: Closable[]): States {
  const options = { random: systemRandom, log, migrations, liveBlobIds, peopleTable: usersTable }
  if (data === ':memory:') {
    return createMemoryStates({ ...options, files: createMemoryFiles(options) })
  }
  const states = openFolderStates(resolve(data), options)
  opened.push(states)
  return states
}

/** What is made is kept beside the data; where there is none, until this ends. */
async function openCertificate(
  { tls, data }: LocalAwsOptions,
  opened: Closable[],
): Promise<Certificate | undefined> {
  if (tls === undefined) return undefined
  if (tls !== 'made') return readCertificate(tls)
  if (data !== ':memory:') return keptCertificate(join(resolve(data), 'tls'), Date.now())
  const folder = mkdtempSync(join(tmpdir(), 'local-aws-tls-'))
  opened.push({ close: () => rm(folder, { recursive: true, force: true }) })
  return keptCertificate(folder, Date.now())
}

async function listenOnPair(
  port: number,
  cognito: Forwarder,
  s3: Forwarder,
  options: Pick<ListenOptions, 'log' | 'tls'>,
): Promise<[Listener, Listener]> {
  const first = await listen(cognito.service, { port, ...options })
  try {
    return [first, await listen(s3.service, { port: port === 0 ? 0 : port + 1, ...options })]
  } catch (error) {
    await first.close()
    throw error
  }
}

interface Forwarder {
  service: Service
  to(service: Service): void
}

/**
 * The ports are taken first: issuers and endpoints have them in their names. Whoever asks before
 * there is anything to answer waits for it.
 */
function forwarder(): Forwarder {
  let to: Forwarder['to'] = () => undefined
  const target = new Promise<Service>((resolve) => (to = resolve))
  return { service: async (request) => (await target)(request), to }
}

/** As they stand there: a password may begin or end with a space. */
function readLines(file: string | undefined): string[] | undefined {
  if (file === undefined) return undefined
  return readTextFile(file)
    .split(/\r\n?|\n/)
    .filter((line) => line !== '')
}
