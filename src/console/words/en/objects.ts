/** What the pages of buckets and objects say. */
export const objectsWords = {
  title: 'Objects',
  intro:
    'What is in the buckets, as the administrator sees it. Whoever signs in sees what their role allows.',
  none: 'There is nothing here.',
  noBuckets: 'The template has no bucket.',
  where: 'Where this is',
  download: 'Download',
  more: 'Metadata',
  remove: 'Delete',
  removeAsk: (key: string) => `Delete ${key}? In a bucket with versions, the older ones stay.`,
  yes: 'Yes, delete it',
  no: 'Keep it',
  removed: (key: string) => `${key} is deleted.`,
  of: (key: string) => `Object ${key}`,
  next: 'Show more',
  head: {
    contentType: 'Content-Type',
    cacheControl: 'Cache-Control',
    contentDisposition: 'Content-Disposition',
    lastModified: 'Last-Modified',
    etag: 'ETag',
    versionId: 'Version id',
  },
}
