export function serviceModels(): Readonly<Record<string, string>>
