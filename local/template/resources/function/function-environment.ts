import type { PropertyReader } from '../../property-reader.ts'

/** @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime */
const reserved = new Set([
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_DEFAULT_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_LAMBDA_RUNTIME_API',
  'AWS_REGION',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'LAMBDA_RUNTIME_DIR',
  'LAMBDA_TASK_ROOT',
])

/** A function's own environment variables; those of Lambda are not to be set. */
export function readEnvironment(reader: PropertyReader): Record<string, string> {
  const environment = reader.map('Environment')
  const variables = environment?.stringsByKey('Variables') ?? {}
  for (const name of Object.keys(variables)) {
    if (reserved.has(name)) environment?.problem('Variables', `Lambda keeps ${name} to itself.`)
    else if (!/^[A-Za-z]\w+$/.test(name)) {
      environment?.problem('Variables', `${JSON.stringify(name)} cannot be a variable’s name.`)
    }
  }
  return variables
}
