export function renderedPages(text?: string): { path: string; module: string }[]
