import { QueryError } from './query-protocol.ts'

interface FakeInvalidation {
  id: string
  distributionId: string
  reference: string
  paths: readonly string[]
  status: string
}

export interface FakeCloudFront {
  /** By id, of those that are there. */
  distributions: Set<string>
  invalidations: FakeInvalidation[]
  answer(request: { method: string; url: URL }, body: string): Response
  /** Time goes on: what is in progress is done. */
  advance(): void
}

/**
 * As much of CloudFront as a publication calls.
 *
 * @see https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateInvalidation.html
 */
export function createFakeCloudFront(): FakeCloudFront {
  const distributions = new Set<string>()
  const invalidations: FakeInvalidation[] = []

  function create(distributionId: string, body: string): FakeInvalidation {
    const [reference = ''] = textsOf(body, 'CallerReference')
    const paths = textsOf(body, 'Path')
    const [quantity] = textsOf(body, 'Quantity')
    if (Number(quantity) !== paths.length || paths.length === 0) {
      throw new QueryError('InconsistentQuantities', 'The value of Quantity and the size differ.')
    }
    const known = invalidations.find((each) => each.reference === reference)
    if (known && known.paths.join() !== paths.join()) {
      throw new QueryError('InvalidArgument', 'Your request contains a caller reference of another')
    }
    if (known) return known
    const id = `I${String(invalidations.length + 1).padStart(13, '0')}`
    const made = { id, distributionId, reference, paths, status: 'InProgress' }
    invalidations.push(made)
    return made
  }

  return {
    distributions,
    invalidations,
    answer({ method, url }, body) {
      const [, , , distributionId = '', , id] = url.pathname.split('/')
      if (!distributions.has(distributionId)) {
        throw new QueryError(
          'NoSuchDistribution',
          'The specified distribution does not exist.',
          404,
        )
      }
      const found =
        method === 'POST'
          ? create(distributionId, body)
          : invalidations.find((each) => each.id === id)
      if (!found) {
        throw new QueryError(
          'NoSuchInvalidation',
          'The specified invalidation does not exist.',
          404,
        )
      }
      return answerWith(found, method === 'POST' ? 201 : 200)
    },
    advance() {
      for (const each of invalidations) each.status = 'Completed'
    },
  }
}

function answerWith({ id, status, reference, paths }: FakeInvalidation, code: number): Response {
  const items = paths.map((path) => `<Path>${path}</Path>`).join('')
  return new Response(
    '<?xml version="1.0"?><Invalidation xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/">' +
      `<Id>${id}</Id><Status>${status}</Status><CreateTime>2026-01-01T00:00:00Z</CreateTime>` +
      `<InvalidationBatch><Paths><Quantity>${paths.length}</Quantity><Items>${items}</Items></Paths>` +
      `<CallerReference>${reference}</CallerReference></InvalidationBatch></Invalidation>`,
    { status: code, headers: { 'content-type': 'text/xml' } },
  )
}

function textsOf(xml: string, tag: string): string[] {
  return [...xml.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map(([, text = '']) => text)
}
