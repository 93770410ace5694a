/** What a function's process starts with. */
export interface FunctionCode {
  name: string
  /** CommonJS, as CloudFormation's `index.js` is. */
  source: string
  /** `index.<export>`. */
  handler: string
  /** All of `process.env`. */
  environment: Readonly<Record<string, string>>
}

export interface FunctionCall {
  requestId: string
  arn: string
  /** JSON. */
  event: string
  /** How long it may take, which the function may ask. */
  limitMs: number
}

/** `json` is undefined for a result that JSON has no text for. */
export type FunctionResult =
  | { kind: 'returned'; json: string | undefined }
  /** In the function's own words. */
  | { kind: 'threw'; message: string; at?: SourcePlace | undefined }
  /** By an error that nobody caught, or by leaving: nothing more comes of this process. */
  | { kind: 'crashed' | 'exited'; message: string; at?: SourcePlace | undefined }

/** Where in the source an error was made, `<line>:<column>`, both from 1 on. */
export type SourcePlace = `${number}:${number}`

/** A function in a process of its own, apart from everything else, warm between its calls. */
export interface FunctionProcess {
  /** Reads the source, once. */
  load(): Promise<FunctionResult>
  /** One at a time. */
  call(call: FunctionCall): Promise<FunctionResult>
  /** Whether it has ended by itself, be it between two calls. */
  isOver(): boolean
  /** Ends it, whatever it does. */
  end(): Promise<void>
}

/** @param print gets what the function writes to its console, a line at a time. */
export type StartFunction = (code: FunctionCode, print: (line: string) => void) => FunctionProcess
