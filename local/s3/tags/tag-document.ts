import { xmlList, xmlText, type XmlTree } from '../../http/parse-xml.ts'
import type { XmlElement } from '../../http/rest-xml.ts'
import { S3Error } from '../errors.ts'
import type { Tag } from '../model.ts'
import { checkTags } from './tags.ts'

/**
 * The tags of a `Tagging` document.
 *
 * @throws MalformedXML, InvalidTag, BadRequest
 */
export function readTagSet(tagging: XmlTree): Tag[] {
  const [set, ...more] = xmlList(tagging, 'TagSet')
  if (more.length > 0) throw new S3Error('MalformedXML')
  // Recorded of S3: a document without a set is one of no tags.
  const tags = set === undefined || typeof set === 'string' ? [] : xmlList(set, 'Tag').map(readTag)
  checkTags(tags)
  return tags
}

export function tagSetElement(tags: readonly Tag[]): XmlElement {
  return [
    'TagSet',
    tags.map(({ key, value }): XmlElement => [
      'Tag',
      [
        ['Key', key],
        ['Value', value],
      ],
    ]),
  ]
}

function readTag(node: Parameters<typeof xmlText>[0]): Tag {
  const key = xmlText(node, 'Key')
  const value = xmlText(node, 'Value')
  if (key === undefined || value === undefined) throw new S3Error('MalformedXML')
  return { key, value }
}
