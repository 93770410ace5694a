import { DataFolderError } from './node/store/data-folder-error.ts'
import { systemLog } from './node/system-log.ts'
import { watchFile } from './node/watch-file.ts'
import { CertificateError } from './node/tls/certificate.ts'
import { PortTakenError } from './node/port-taken-error.ts'
import { TextFileError } from './node/read-text-file.ts'
import { runDataTask } from './data-tasks.ts'
import { startLocalAws, type LocalAws } from './local-aws.ts'
import { OptionsError, parseOptions, usage, type LocalAwsOptions } from './options.ts'
import {
  appClients,
  describeAdministrator,
  describeAppClients,
  describeBrokenTemplate,
  describeInbox,
  describeReload,
  describeStart,
} from './terminal.ts'

/** `npm run local`: stdout gets the ready line and nothing else, people read stderr. */
export async function main(argv: readonly string[]): Promise<void> {
  if (argv.includes('--help') || argv.includes('-h')) return tell(`${usage}\n`)
  try {
    const options = parseOptions(argv, process.env)
    if (options.task) return tell(`${await runDataTask(options.task, options.data)}\n`)
    const localAws = await startLocalAws(options)
    stopOnSignal(localAws)
    reloadOnChange(localAws, options)
    const { standIn } = localAws
    const { adminToken, administrator } = standIn
    const clients = appClients(localAws)
    const config = standIn.config()
    const { certificateFile } = localAws
    const ready = {
      ready: true,
      config,
      adminToken,
      administrator,
      appClients: clients,
      ...(certificateFile !== undefined && { certificateFile }),
    }
    process.stdout.write(`${JSON.stringify(ready)}\n`)
    tell(
      `\n${describeStart(localAws)}\n  Messages that AWS would send:\n${describeInbox(localAws)}\n`,
    )
    const isGiven = options.administrator !== undefined
    const isTerminal = process.stderr.isTTY
    tell(`${describeAppClients(clients, { isTerminal })}\n`)
    tell(describeAdministrator(localAws, { isGiven, isTerminal }))
    tell('\n  Next: point a client at it, or start the app with `npm start` instead of this.\n\n')
  } catch (error) {
    tell(`${describeFailure(error)}\n`)
    process.exitCode = 1
  }
}

/** What a person can act on is said in its own words; anything else is a fault of ours. */
function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isExpected =
    error instanceof OptionsError ||
    error instanceof PortTakenError ||
    error instanceof DataFolderError ||
    error instanceof TextFileError ||
    error instanceof CertificateError ||
    error.name === 'TemplateError' ||
    'syscall' in error
  return isExpected ? error.message : (error.stack ?? error.message)
}

function stopOnSignal(localAws: LocalAws) {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      // A second Ctrl+C ends it at once: the store needs no closing to be whole.
      process.once(signal, () => process.exit(130))
      localAws.close().then(
        () => process.exit(0),
        (error: unknown) => {
          tell(`${describeFailure(error)}\n`)
          process.exit(1)
        },
      )
    })
  }
}

function reloadOnChange({ standIn }: LocalAws, { template }: LocalAwsOptions) {
  const onChange = (read: () => string) => {
    try {
      standIn.reload(read())
      tell(describeReload(template, standIn.deployment().notEmulated))
    } catch (error) {
      tell(describeBrokenTemplate(error))
    }
  }
  watchFile(template, onChange, systemLog)
}

function tell(text: string) {
  process.stderr.write(text)
}
