import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A build as Vite makes them, by name, with the hash of what an asset holds at its name's end. */
export const builtApp: Readonly<Record<string, string>> = {
  'app.html': '<script src="/assets/index-CUwsbN.js"></script>',
  'assets/app-Ci6Obi.css': 'body { margin: 0 }',
  'assets/index-CUwsbN.js': 'import "./sign-in-CH8ElP.js"',
  'assets/sign-in-CH8ElP.js': 'export {}',
  'config.json': '{"region":"eu-west-1"}',
  'early.js': 'void 0',
  'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'index.html': '<script src="/assets/index-CUwsbN.js"></script>home',
  'sign-in.html': '<script src="/assets/index-CUwsbN.js"></script>sign in',
}

/** The next build: a script is another one, and so are the pages that name it. */
export const nextApp: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(builtApp).map(([name, text]) => [
    name.replace('CUwsbN', 'DUwsbN'),
    text.replace('CUwsbN', 'DUwsbN'),
  ]),
)

export function writeApp(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}
