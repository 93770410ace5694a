import { resolve } from 'node:path'
import { normalizePath, resolveConfig, type Plugin } from 'vite'

/**
 * Keeps the dev server from handing out the local AWS's data: it serves every file of the project,
 * to any page of this machine, and in the data are signing keys and the administrator's key.
 *
 * @param data as in `LOCAL_AWS_DATA`, where it is set.
 */
export function privateFiles(data: string | undefined): Plugin {
  const folder = data?.trim() || '.local-aws'
  return {
    name: 'private-files',
    async config({ server }, { command, mode }) {
      if (command !== 'serve') return
      // A list of one's own takes the place of Vite's, so that it has to be said again.
      const bare = { configFile: false, envDir: false, mode } as const
      const theirs = server?.fs?.deny ? [] : (await resolveConfig(bare, command)).server.fs.deny
      const given = `${literal(normalizePath(resolve(folder)))}/**`
      return { server: { fs: { deny: [...theirs, '**/.local-aws/**', given] } } }
    },
  }
}

/** A path as a pattern that means just itself. */
function literal(path: string): string {
  return path.replace(/[\\^$+?.()|[\]{}*!@]/g, '\\$&')
}
