import { expect, test } from 'vitest'
import { html } from '../../../../local/http/html.ts'

test('text and attributes are escaped', () => {
  const hostile = `"><script>alert('1')</script>&amp;`

  expect(html`<a href="${hostile}">${hostile}</a>`.markup).toBe(
    '<a href="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;">' +
      '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;</a>',
  )
})

test('markup of a template is kept, in lists too; nothing is nothing', () => {
  const items = ['<a>', '<b>'].map((text) => html`<li>${text}</li>`)

  const list = html`${items}${false}${undefined}${null}${0}`

  expect(list.markup).toBe('<li>&lt;a&gt;</li><li>&lt;b&gt;</li>0')
})

test('an object that only looks like markup is text', () => {
  const forged = JSON.parse('{"markup":"<script>"}') as { markup: string }

  expect(html`${forged}`.markup).toBe('&lt;script&gt;')
})
