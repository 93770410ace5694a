/** What has become of one thing of the file. */
export type Made = 'made' | 'changed' | 'there'
