import { styleText } from 'node:util'

export type Colour = 'green' | 'red' | 'yellow' | 'dim'

export interface Style {
  paint: (text: string, colour: Colour) => string
  /** Columns that text may take; undefined in a file or a log, where lines stay whole. */
  columns?: number
}

/**
 * Colours for people only, and none for those who asked for none.
 *
 * @see https://no-color.org
 */
export function styleFor(
  output: { isTTY?: boolean; columns?: number },
  env: Readonly<Record<string, string | undefined>>,
): Style {
  if (output.isTTY !== true) return { paint: (text) => text }
  const isPlain = Boolean(env['NO_COLOR']) || env['TERM'] === 'dumb'
  return {
    // Whether to paint is known above, of the stream that is given.
    paint: (text, colour) => (isPlain ? text : styleText(colour, text, { validateStream: false })),
    // Some terminals say that they have no width.
    columns: output.columns || 80,
  }
}
