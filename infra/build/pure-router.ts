import type { Plugin } from 'vite'

/**
 * Lets the build leave out the components of React Router that no page uses. Their release does not say
 * that `forwardRef` and a `displayName`, which is for React's own tools, change nothing else.
 */
export function pureRouter(): Plugin {
  return {
    name: 'pure-router',
    apply: 'build',
    transform: {
      filter: { id: /node_modules\/react-router\/dist\/.*\.mjs$/ },
      handler: (code) => ({ code: withPureComponents(code), map: null }),
    },
  }
}

export function withPureComponents(code: string): string {
  return code
    .replace(/^(var \w+ = )(?=\w+\.forwardRef\()/gm, '$1/* @__PURE__ */ ')
    .replace(/^\w+\.displayName = "\w+";$/gm, '')
}
