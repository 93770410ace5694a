/** Where object bodies live. Ids are made here and never come from a request. */
export interface Blobs {
  /**
   * Streams `body` to storage; memory stays bounded whatever its size.
   *
   * @throws what reading `body` threw; nothing is kept then.
   */
  write(body: AsyncIterable<Uint8Array>): Promise<StoredBlob>
  /** One blob after another, as one (multipart completion); the parts stay until deleted. */
  concatenate(ids: readonly string[]): Promise<StoredBlob>
  /** Bytes `start` to `endInclusive`; undefined when there is no such blob. */
  read(
    id: string,
    range?: { start: number; endInclusive: number },
  ): ReadableStream<Uint8Array> | undefined
  delete(id: string): Promise<void>
  clear(): Promise<void>
}

export interface StoredBlob {
  id: string
  sizeBytes: number
}
