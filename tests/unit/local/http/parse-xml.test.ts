import { expect, test } from 'vitest'
import { parseXml, xmlList, xmlText, type XmlTree } from '../../../../local/http/parse-xml.ts'
import { xmlDocument } from '../../../../local/http/rest-xml.ts'

test('what is written is read again, whatever the text', () => {
  for (const text of [
    '',
    ' a ',
    '&amp;',
    '<a>"\'&#x41;</a>',
    'ü😀',
    '__proto__',
    ']]>',
    '\u0001\r\n',
  ]) {
    const document = xmlDocument(['Delete', [['Object', [['Key', text]]]]])

    const tree = parseXml(document)?.Delete as XmlTree

    expect(xmlText(xmlList(tree, 'Object')[0], 'Key')).toBe(text)
  }
})

test('one element or many are a list alike, attributes and prefixes aside', () => {
  const one = parseXml('<a:R xmlns:a="x"><a:B c="d">1</a:B></a:R>')?.R as XmlTree
  const many = parseXml('<R><B>1</B><!-- - --><B>2</B></R>')?.R as XmlTree

  expect(xmlList(one, 'B')).toEqual(['1'])
  expect(xmlList(many, 'B')).toEqual(['1', '2'])
  expect(xmlList(many, 'constructor')).toEqual([])
  expect(xmlText(many, 'B')).toBeUndefined()
})

test.each([
  '<a>',
  '<a></b>',
  '<a><b></a></b>',
  '<a>&unknown;</a>',
  '<a>&</a>',
  '<a>&#x110000;</a>',
  '<a>&#xD800;</a>',
  '<a>&#0;</a>',
  '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
  '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
  '<a><![CDATA[x]]></a>',
])('%j is refused', (text) => {
  expect(parseXml(text)).toBeUndefined()
})

test('nesting without end is refused, not followed', () => {
  const depth = 100_000

  expect(parseXml('<a>'.repeat(depth) + '</a>'.repeat(depth))).toBeUndefined()
})

test('whatever is left out, doubled or changed, nothing is thrown', () => {
  const text = '<?xml version="1.0"?><Delete x="y"><Object><Key>a&amp;b</Key></Object></Delete>'

  for (let at = 0; at < text.length; at += 1) {
    for (const piece of ['', '<', '>', '&', '"', '/', '\0', '<!--', text]) {
      expect(() => parseXml(text.slice(0, at) + piece + text.slice(at + 1))).not.toThrow()
    }
  }
})
