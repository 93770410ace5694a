import type { configurationFinding } from '../../doctor/configuration-finding.ts'
import type { DoctorPorts } from '../../doctor/ports.ts'

/** `/config.json`, read anew: what it says, or what is wrong with it. */
export type Configured =
  | { config: DoctorPorts['config']; problems?: never }
  | { problems: Parameters<typeof configurationFinding>[0] }
