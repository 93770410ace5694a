export function forbiddenImports(path: string, text: string): string[]

export function importsOf(path: string, text: string): { line: number; to: string }[]
