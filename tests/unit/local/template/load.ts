import type { Deployment } from '../../../../local/template/deployment.ts'
import { evaluateTemplate } from '../../../../local/template/evaluate-template.ts'
import { loadTemplate } from '../../../../local/template/load-template.ts'
import { toJson } from '../../../../local/template/nodes.ts'
import { createProblems } from '../../../../local/template/problems.ts'
import { TemplateError } from '../../../../local/template/template-error.ts'
import { createLoadContext } from '../../../support/template/load-context.ts'

type Parameters = Readonly<Record<string, string>>

export function load(text: string, parameters: Parameters = {}): Deployment {
  return loadTemplate({ text, file: 't.yaml' }, createLoadContext(parameters))
}

/** What is wrong with a template, as `line:column message`. */
export function problemsOf(text: string, parameters: Parameters = {}): string[] {
  try {
    load(text, parameters)
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    return error.problems.map(({ line, column, message }) => `${line}:${column} ${message}`)
  }
  return []
}

/** A property's value in a template of one bucket with `Tags: <yaml>`, after `sections`. */
export function evaluate(yaml: string, sections = '', parameters: Parameters = {}): unknown {
  const text = `${sections}\nResources:\n  Probe:\n    Type: AWS::S3::Bucket\n    Properties:\n      Tags: ${yaml}\n  Other:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: other-bucket\n`
  const { resources } = evaluateTemplate(
    text,
    createLoadContext(parameters),
    createProblems('t.yaml'),
  )
  const probe = resources.find(({ logicalId }) => logicalId === 'Probe')
  return probe?.properties.entries.map(({ value }) => toJson(value))[0]
}
