export function forbiddenImports(path: string, text: string): string[]
