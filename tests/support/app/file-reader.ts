/** What Amplify reads a Blob with, and Node has not: the one method and the two events of it. */
class NodeFileReader {
  result: ArrayBuffer | null = null
  onload: (() => void) | null = null
  onerror: ((error: unknown) => void) | null = null

  readAsArrayBuffer(blob: Blob): void {
    blob.arrayBuffer().then(
      (buffer) => {
        this.result = buffer
        this.onload?.()
      },
      (error: unknown) => this.onerror?.(error),
    )
  }
}

globalThis.FileReader = NodeFileReader as unknown as typeof FileReader
