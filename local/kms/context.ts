import type { Admit } from '../signature-v4/admission.ts'

/** What an operation works with. */
export interface KmsContext {
  /** What the key is that has this ARN. */
  materialOf: (arn: string) => Uint8Array<ArrayBuffer>
  admit: Admit
}
