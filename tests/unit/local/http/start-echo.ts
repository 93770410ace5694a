import { createAwsJsonService } from '../../../../local/http/aws-json.ts'
import { AwsJsonError } from '../../../../local/http/aws-json-error.ts'
import type { Shape, StructureShape } from '../../../../local/http/aws-json-shapes.ts'
import { createTestRuntime } from '../../../support/core/test-runtime.ts'

const members: Record<string, Shape> = {
  Name: { type: 'string', minLength: 2, maxLength: 5, pattern: /^[a-z]+$/ },
  Secret: { type: 'string', sensitive: true, minLength: 3 },
  Kind: { type: 'string', values: ['A', 'B'] },
  Flag: { type: 'boolean' },
  Image: { type: 'blob', maxLength: 3 },
  Count: { type: 'integer' },
  Tags: { type: 'map', of: { type: 'string' } },
  Parts: {
    type: 'list',
    maxLength: 3,
    of: {
      type: 'structure',
      members: { PartName: { type: 'string', maxLength: 2 } },
      required: ['PartName'],
    },
  },
}

const shapes: Record<string, StructureShape> = {
  Echo: { type: 'structure', members, required: ['Name'] },
}

const anything: StructureShape = { type: 'structure', members: {}, required: [] }

/** A service of one operation that answers with what it was given. */
export function startEcho() {
  const runtime = createTestRuntime()
  const seen: Record<string, unknown>[] = []
  const service = createAwsJsonService({
    ...runtime,
    targetPrefix: 'EchoService',
    operations: {
      Echo: {
        handle: (input) => {
          seen.push(input)
          return Promise.resolve({ Echo: input })
        },
      },
      Nothing: { handle: () => Promise.resolve(undefined) },
      Refuse: {
        handle: () => Promise.reject(new AwsJsonError('RefusedException', 400)),
      },
      RefuseWith: {
        handle: () =>
          Promise.reject(new AwsJsonError('RefusedException', 400, 'Nö,\r\nx-evil: 1 😀')),
      },
      Crash: {
        handle: () => Promise.reject(new TypeError('secret at /home/ada/file.ts:1')),
      },
    },
    unsupported: ['Elsewhere'],
    requestShapes: (operation) => shapes[operation] ?? anything,
    constraintError: (message) => new AwsJsonError('ValidationException', 400, message),
    context: undefined,
    maxBodyBytes: 1000,
  })
  const call = async (body: BodyInit | null, headers: Record<string, string> = {}) => {
    const response = await service(
      new Request('http://localhost/', {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': 'EchoService.Echo',
          ...headers,
        },
      }),
    )
    const text = await response.text()
    return { response, status: response.status, text, json: text === '' ? text : JSON.parse(text) }
  }
  return { call, service, seen, runtime }
}
