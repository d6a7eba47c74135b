import type { Document } from '../openapi.ts'
import { anchorOf, chapter } from './chapter.ts'
import { Html, html } from './html.ts'
import { introduction, introductionLinks } from './introduction.ts'
import { routesOf } from './read-document.ts'
import { style } from './style.ts'

/** The document as a page that one reads: no scripts, nothing from elsewhere. */
export function referencePage(document: Document): string {
  const byTag = Map.groupBy(routesOf(document), ({ tags }) => tags[0])
  const links = document.tags.map(({ name, 'x-object': object }) => ({
    anchor: anchorOf(name),
    title: name,
    isObject: object !== undefined,
  }))
  const contents = [
    group('Start', introductionLinks),
    group(
      'Objects',
      links.filter(({ isObject }) => isObject),
    ),
    group(
      'Other routes',
      links.filter(({ isObject }) => !isObject),
    ),
  ]
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference · ${document.info.title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<div class="page">
<details class="contents"><summary>Contents</summary><nav aria-label="Contents">${contents}</nav></details>
<nav class="side" aria-label="Contents">${contents}</nav>
<main>
<header><h1>API reference</h1><p>${document.info.description} Version ${document.info.version}; the same as <a href="/api/openapi.json">OpenAPI</a>.</p></header>
${introduction}
${document.tags.map(tag => chapter(document, tag, byTag.get(tag.name) ?? []))}
</main>
</div>
</body>
</html>`
  return page.text
}

const group = (title: string, links: readonly { readonly anchor: string; readonly title: string }[]) =>
  links.length > 0 &&
  html`<h2>${title}</h2>${links.map(({ anchor, title: text }) => html`<a href="#${anchor}">${text}</a>`)}`
