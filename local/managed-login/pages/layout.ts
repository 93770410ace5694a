import { problemSummary, type Problem } from '../../authorization-server/field.ts'
import { brand } from '../../core/brand.ts'
import { html, type Html, type HtmlValue } from '../../http/html.ts'
import type { Words } from '../wording/catalogue.ts'

export interface Page {
  words: Words
  /** What every link is below; empty at the root of the origin. */
  base: string
  title: string
  body: HtmlValue
  /** What was wrong with the form before: repeated on top, and named in the title. */
  problem?: Problem | undefined
  isWide?: boolean
  /** Whose style it has. */
  clientId?: string | undefined
}

/** A whole document. It works without scripts: there are none but for passkeys. */
export function layout({
  words,
  base,
  title,
  body,
  problem,
  isWide = false,
  clientId,
}: Page): Html {
  const style = clientId === undefined ? '' : `?client_id=${encodeURIComponent(clientId)}`
  return html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${problem ? words.problemTitle(title) : title} – ${brand.name}</title>
<link rel="stylesheet" href="${base}/managed-login/style.css${style}">
<link rel="icon" href="${base}/managed-login/icon.svg" type="image/svg+xml">
</head>
<body>
<header class="brand"><img src="${base}/managed-login/icon.svg" alt="" width="32" height="32"><span>${brand.name}</span></header>
<main${isWide && html` class="wide"`}>
<h1>${title}</h1>
${problem && problemSummary(problem, words.problem)}
${body}
</main>
<footer>${words.footer} <a href="${base}/_local" target="_blank">${words.inbox}</a></footer>
</body>
</html>
`
}
