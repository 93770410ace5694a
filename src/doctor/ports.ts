import type { AppConfig } from '../config/app-config.ts'
import type { CheckId, Finding } from './finding.ts'

/** What the checks need of where they run: a page, or a terminal. */
export interface DoctorPorts {
  config: AppConfig
  /** The app's own, as people open it: `http://localhost:5173`. */
  origin: string
  fetch: (url: string, init?: RequestInit) => Promise<Response>
  /** Milliseconds since 1970 by the clock of the machine. */
  now: () => number
  /** False in a page, which reads of other origins only what their CORS lets it. */
  readsEveryAnswer: boolean
  /** Whoever is signed in; undefined where nobody is. */
  session: () => Promise<DoctorSession | undefined>
  /** Of a page: whether AWS’s script is there that collects for threat protection what Amplify sends. */
  collectsDeviceData?: boolean
  /** Web Storage, where there is such a thing. */
  storages?: { session: DoctorStorage; local: DoctorStorage }
}

export interface DoctorStorage {
  setItem(key: string, value: string): void
  getItem(key: string): string | null
  removeItem(key: string): void
}

export interface DoctorSession {
  idToken: string
  accessToken: string
  /** An authenticator app is being set up in this tab: asking for a key would replace its own. */
  isSettingUpApp?: boolean
  /**
   * Requests to the bucket with this person's temporary credentials, signed as the app signs them.
   * `key` is the whole object key. @throws an error named as S3 names it, or `NetworkError`.
   */
  objects: (identityId: string) => DoctorObjects
}

export interface DoctorObjects {
  /** @returns the answer's ETag; undefined where it has none that can be read. */
  put: (key: string, body: string) => Promise<string | undefined>
  get: (key: string) => Promise<void>
  remove: (key: string) => Promise<void>
  list: (prefix: string) => Promise<void>
}

/** One question, and what came of it. Never throws for what it is there to find. */
export interface Check {
  id: CheckId
  run: (ports: DoctorPorts) => Promise<Finding>
}
