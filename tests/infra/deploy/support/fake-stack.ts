import type { ResourceChange, StackEvent } from '@aws-sdk/client-cloudformation'
import { parseDocument } from 'yaml'

export interface FakeResource {
  logicalId: string
  type: string
  physicalId: string
  status: string
}

export interface FakeChangeSet {
  id: string
  name: string
  type: 'CREATE' | 'UPDATE'
  status: string
  /** What it comes to once it is worked out. */
  result: { status: string; reason?: string; changes: readonly ResourceChange[] }
  parameters: Map<string, string>
  template: string
  /** Why early validation refused it. */
  rejections: readonly string[]
}

export interface FakeStack {
  id: string
  name: string
  status: string
  parameters: Map<string, string>
  template: string
  outputs: Record<string, string>
  /** Oldest first. */
  events: StackEvent[]
  resources: FakeResource[]
  terminationProtection: boolean
  changeSets: FakeChangeSet[]
  /** Of what was executed last: the same again begins nothing. */
  executedToken?: string | undefined
  /** What happens next, a step each time that time goes on. */
  script: (() => void)[]
}

interface FakeTemplate {
  Parameters?: Record<string, { Default?: unknown; NoEcho?: boolean }>
  Conditions?: Record<string, unknown>
  Resources: Record<string, { Type: string; DeletionPolicy?: string; Condition?: string }>
}

/**
 * Of what a condition decides about, only the site is there, with `Hosting`: the other conditions are
 * not met here.
 */
export function parseTemplate(
  text: string,
  parameters: ReadonlyMap<string, string> = new Map(),
): FakeTemplate {
  const isHosting = parameters.get('Hosting') === 'true'
  const name = `${String(isHosting)} ${text}`
  const known = parsed.get(name)
  if (known) return known
  const template = parseDocument(text, { logLevel: 'silent' }).toJS() as FakeTemplate
  const resources = Object.entries(template.Resources).filter(([, { Condition }]) => {
    if (Condition === undefined) return true
    // `!Equals [!Ref Hosting, 'true']`, read without its tags.
    return isHosting && String(template.Conditions?.[Condition]) === 'Hosting,true'
  })
  const result = { ...template, Resources: Object.fromEntries(resources) }
  parsed.set(name, result)
  return result
}

const parsed = new Map<string, FakeTemplate>()

export function createFakeStack(id: string, name: string): FakeStack {
  return {
    id,
    name,
    status: 'REVIEW_IN_PROGRESS',
    parameters: new Map(),
    template: '',
    outputs: {},
    events: [],
    resources: [],
    terminationProtection: false,
    changeSets: [],
    script: [],
  }
}

/** Writes an event, and the state that it tells of. */
export function record(
  stack: FakeStack,
  status: string,
  { resource, reason, nowMs }: { resource?: FakeResource; reason?: string; nowMs: number },
): void {
  if (resource) resource.status = status
  else stack.status = status
  stack.events.push({
    StackId: stack.id,
    StackName: stack.name,
    EventId: `${stack.id}-${stack.events.length}`,
    LogicalResourceId: resource?.logicalId ?? stack.name,
    PhysicalResourceId: resource?.physicalId ?? stack.id,
    ResourceType: resource?.type ?? 'AWS::CloudFormation::Stack',
    ResourceStatus: status as NonNullable<StackEvent['ResourceStatus']>,
    Timestamp: new Date(nowMs),
    ...(reason !== undefined && { ResourceStatusReason: reason }),
  })
}
