import { expect, test } from 'vitest'
import { brandName } from '../../../src/ui/brand.ts'
import { prerenderedPaths, render } from '../../../src/prerender.tsx'

test.each(prerenderedPaths)(
  '%s renders without a browser, and needs no inline code',
  async (path) => {
    const { html, head } = await render(path)

    expect(head).toMatch(/^<title>.*<\/title>$/)
    expect(head).toContain(`${brandName}</title>`)
    expect(html).toContain('<h1')
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=/)
  },
)

test.each(prerenderedPaths)(
  'forms of %s never put what was typed into an address',
  async (path) => {
    const { html } = await render(path)

    for (const [form] of html.matchAll(/<form[^>]*>/g)) expect(form).toContain('method="post"')
  },
)
