import { useLoaderData } from 'react-router-dom'
import { Link } from '../../ui/link.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import type { ConsoleClient } from '../client/console-client.ts'
import type { PageRoute } from '../page-route.ts'
import { ConsoleTitle } from '../parts/console-title.tsx'
import { objectsWords as words } from '#console-words/objects'
import { ObjectItem, type ListedObject } from './object-item.tsx'

interface Listing {
  folders: string[]
  objects: ListedObject[]
  after?: string
}

interface Read extends Listing {
  buckets: string[]
  bucket: string | undefined
  prefix: string
}

/** A folder of the bucket that the address names, else of the first. */
export const objectsPage = (client: ConsoleClient): PageRoute => ({
  async loader({ request }): Promise<Read> {
    const { searchParams } = new URL(request.url)
    const buckets = (await client.get<{ name: string }[]>('buckets')).map(({ name }) => name)
    const bucket = searchParams.get('bucket') ?? buckets[0]
    const prefix = searchParams.get('prefix') ?? ''
    if (bucket === undefined) return { buckets, bucket, prefix, folders: [], objects: [] }
    const after = searchParams.get('after')
    const query = new URLSearchParams({ prefix, ...(after !== null && { after }) })
    const path = `buckets/${encodeURIComponent(bucket)}?${String(query)}`
    return { buckets, bucket, prefix, ...(await client.get<Listing>(path)) }
  },
  Component: Objects,
})

function Objects() {
  const { buckets, bucket, prefix, folders, objects, after } = useLoaderData<Read>()
  return (
    <div className="console-page">
      <ConsoleTitle>{words.title}</ConsoleTitle>
      <header className="console-header">
        <PageHeading>{words.title}</PageHeading>
        <p>{words.intro}</p>
      </header>
      {bucket === undefined ? (
        <p className="console-none">{words.noBuckets}</p>
      ) : (
        <>
          <nav className="console-row" aria-label={words.where}>
            {buckets.map((name) => (
              <Link
                key={name}
                className="link"
                to={placeOf(name)}
                aria-current={name === bucket && prefix === '' ? 'page' : undefined}
              >
                {name}
              </Link>
            ))}
            {foldersAbove(prefix).map((folder) => (
              <Link key={folder} className="link" to={placeOf(bucket, folder)}>
                {nameOf(folder)}
              </Link>
            ))}
          </nav>
          {folders.length + objects.length === 0 && <p className="console-none">{words.none}</p>}
          <ul className="console-list">
            {folders.map((folder) => (
              <li key={folder} className="card console-item">
                <Link className="link" to={placeOf(bucket, folder)}>
                  {nameOf(folder)}
                </Link>
              </li>
            ))}
            {objects.map((object) => (
              <ObjectItem key={object.key} bucket={bucket} prefix={prefix} object={object} />
            ))}
          </ul>
          {after !== undefined && (
            <p>
              <Link className="link" to={placeOf(bucket, prefix, after)}>
                {words.next}
              </Link>
            </p>
          )}
        </>
      )}
    </div>
  )
}

function placeOf(bucket: string, prefix = '', after?: string): string {
  const query = new URLSearchParams({
    bucket,
    ...(prefix !== '' && { prefix }),
    ...(after !== undefined && { after }),
  })
  return `/objects?${String(query)}`
}

/** `a/b/` is below `a/`, and itself. */
function foldersAbove(prefix: string): string[] {
  const parts = prefix.split('/').slice(0, -1)
  return parts.map((_, index) => `${parts.slice(0, index + 1).join('/')}/`)
}

function nameOf(folder: string): string {
  return `${folder.split('/').at(-2) ?? ''}/`
}
