/** The site's function with the pages that are rendered. */
export function withPages(text: string): string

/** The template with every source as its file has it now. */
export function inlined(text: string, folder?: string): Promise<string>

/** Writes the template anew, where a source has changed. */
export function putInline(): Promise<void>
