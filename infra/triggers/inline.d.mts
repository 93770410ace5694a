/** The template with every source as its file has it now. */
export function inlined(text: string): string
