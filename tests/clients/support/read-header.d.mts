export function readHeader(text: string): Record<'client' | 'packages' | 'flags' | 'proves', string>
