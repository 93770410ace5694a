/**
 * The line of `infra/template.yaml` that sets what a finding names. `infra/build/template/template-lines.ts`
 * fills it in; where nothing is built it is empty.
 */
export const templateLines: Readonly<Record<string, number>> = {}
