import { readFileSync } from 'node:fs'

/** The template that AWS deploys and the local AWS loads. */
export const template = {
  file: 'infra/template.yaml',
  text: readFileSync(new URL('../../infra/template.yaml', import.meta.url), 'utf8'),
}
