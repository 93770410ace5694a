import type { FindingStatus } from '../../doctor/finding.ts'

/** A check has a status before it has found anything. */
export type ShownStatus = FindingStatus | 'waiting' | 'checking'
