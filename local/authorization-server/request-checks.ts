import { checked, type Checks } from '../core/ports/checks.ts'
import { tellClient, type ReturnAddress } from './authorization-error.ts'

/**
 * Who learns that a check has failed: whoever is in front of the page, or the client at its redirect
 * URI. Until client and redirect URI are proved it is the person alone (RFC 6749, section 4.1.2.1).
 */
type Told = 'person' | 'client'

interface Row {
  name: string
  told: Told
  prove: (request: never) => unknown
}

type Gain<Proved, Gained> = Gained extends object ? Proved & Gained : Proved

/** The checks of an authorization request, in the order that decides which fault is answered. */
export interface RequestChecks<Given, Proved> {
  readonly rows: readonly Readonly<Pick<Row, 'name' | 'told'>>[]
  /** Adds a check that tells the person. @param prove throws, or returns what it has proved, if anything. */
  tellsPerson<Gained>(
    name: string,
    prove: (request: Proved) => Gained,
  ): RequestChecks<Given, Gain<Proved, Gained>>
  /** Adds a check that tells the client, once a check before it has proved where. */
  tellsClient<Gained>(
    name: string,
    prove: Proved extends ReturnAddress ? (request: Proved) => Gained : never,
  ): RequestChecks<Given, Gain<Proved, Gained>>
  /**
   * @param checks told of each row, by its name.
   * @throws what the first check throws that fails; AuthorizationError where the client is told.
   */
  run(request: Given, checks?: Checks): Proved
}

export function createRequestChecks<Given extends object>(): RequestChecks<Given, Given> {
  return checksOf<Given, Given>([])
}

function checksOf<Given extends object, Proved>(
  rows: readonly Row[],
): RequestChecks<Given, Proved> {
  return {
    rows,
    tellsPerson: (name, prove) => checksOf([...rows, { name, told: 'person', prove }]),
    tellsClient: (name, prove) => checksOf([...rows, { name, told: 'client', prove }]),
    run(request, checks) {
      let proved: object = request
      for (const { name, told, prove } of rows) {
        const check = () => prove(proved as never)
        const gained = checked(checks, name, () =>
          told === 'client' ? tellClient(proved as ReturnAddress, check) : check(),
        )
        proved = { ...proved, ...(gained as object | undefined) }
      }
      return proved as Proved
    },
  }
}
