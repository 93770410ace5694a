import type { PropertyReader } from '../../property-reader.ts'

/** Properties of a function that are known and not honoured, or that need no honouring. */
export function mentionWhatIsNotEmulated(reader: PropertyReader): void {
  // Source text runs on any processor; memory is how fast it is, and here all of it is there.
  reader.pass('Architectures', 'Description', 'ImageConfig', 'MemorySize', 'Tags')
  for (const [name, sentence] of Object.entries(notEmulated)) reader.notEmulated(name, sentence)
}

const notEmulated = {
  CapacityProviderConfig: 'functions run on this machine',
  CodeSigningConfigArn: 'nobody signs code',
  DeadLetterConfig: 'nothing is invoked without waiting for the answer',
  DurableConfig: 'an invocation has no steps to resume',
  EphemeralStorage: 'a function has no disk of its own',
  FileSystemConfigs: 'no file system is mounted',
  FunctionScalingConfig: 'functions run on this machine',
  KmsKeyArn: 'environment variables are not encrypted',
  Layers: 'no layer lies under the code',
  LoggingConfig: 'there is no CloudWatch',
  PublishToLatestPublished: 'there are no versions',
  RecursiveLoop: 'nobody looks for loops',
  ReservedConcurrentExecutions: 'invocations are not counted',
  RuntimeManagementConfig: 'the runtime is the Node.js that is installed',
  SnapStart: 'functions start as they are',
  TenancyConfig: 'there are no tenants',
  TracingConfig: 'nothing is traced',
  VpcConfig: 'there is no VPC',
}
