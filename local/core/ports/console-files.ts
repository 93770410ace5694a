/** What the console's page loads. */
export const consoleFileNames = ['console.js', 'console.css'] as const

type ConsoleFileName = (typeof consoleFileNames)[number]

/** @throws where they cannot be made; its message is for the developer. */
export type ConsoleFiles = (name: ConsoleFileName) => Promise<Uint8Array<ArrayBuffer>>
