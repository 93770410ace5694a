import { isIssuerOfPool as isIssuerOf } from '../../cognito/issuer.ts'
import type { DoctorPorts } from '../ports.ts'
import { addressesOf } from './addresses.ts'
import { request } from './request.ts'

/** Whether tokens with this `iss` are the configured pool's. */
export function isIssuerOfPool(ports: DoctorPorts, iss: unknown): Promise<boolean> {
  return isIssuerOf(iss, addressesOf(ports.config).issuer, (url) => request(ports, url))
}
