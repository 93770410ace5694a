/** The data cannot be used as it is: says which file, why, and what a person can do. */
export class DataFolderError extends Error {
  override readonly name: string = 'DataFolderError'
}
