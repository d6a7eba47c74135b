import { englishLabel } from '../../words/labels.ts'
import type { Json } from '../json-schema.ts'
import { pascal } from '../json-schema.ts'
import type { Document } from '../openapi.ts'
import { curl } from './curl.ts'
import { type Html, html, prose } from './html.ts'
import { type Parameter, type Route, resolve, typeText } from './read-document.ts'

export const anchorOf = (tag: string) => tag.toLowerCase().replace(/[^a-z0-9]+/g, '-')

/** One object, or one chapter of other routes: its fields, its routes, and how to try them. */
export function chapter(document: Document, tag: Document['tags'][number], routes: readonly Route[]): Html {
  const object = tag['x-object']
  const fields = object === undefined ? undefined : document.components.schemas[pascal(object)]
  return html`<section id="${anchorOf(tag.name)}">
    <div>
      <h2>${tag.name}</h2>
      <p>${prose(tag.description)}</p>
      ${fields && html`<h3>Fields</h3>${propertyTable(fields, requiredOf(document, object ?? ''))}`}
      <h3>Routes</h3>
      ${routes.map(route => routeDetails(document, route))}
    </div>
    <aside>${samples(routes)}</aside>
  </section>`
}

const requiredOf = (document: Document, object: string) =>
  (document.components.schemas[`${pascal(object)}Draft`]?.required ?? []) as readonly string[]

function propertyTable({ properties = {} }: Json, required: readonly string[]): Html {
  const rows = Object.entries(properties as Readonly<Record<string, Json>>).map(([name, schema]) => ({
    name,
    schema,
    description: String(schema.description ?? ''),
    marks: [
      required.includes(name) && html` <span class="mark">required</span>`,
      Boolean(schema.readOnly) && html` <span class="quiet">read only</span>`,
    ],
  }))
  return html`<table>${rows.map(row => tableRow(row))}</table>`
}

interface Row {
  readonly name: string
  readonly schema: Json
  readonly description: string
  readonly marks: readonly (Html | false)[]
}

const tableRow = ({ name, schema, description, marks }: Row) => html`<tr>
  <th scope="row"><code>${name}</code>${marks}<span class="type">${typeText(schema)}${limits(schema)}</span></th>
  <td>${titleOf(name, schema)}${prose(description)}${choices(schema)}</td>
</tr>`

/** Only where it says more than the name. */
const titleOf = (name: string, { title }: Json) =>
  title === undefined || title === englishLabel(name, {}) ? '' : `${title}. `

function limits({ maxLength, minimum, maximum }: Json) {
  const said = [
    maxLength !== undefined && `up to ${maxLength} characters`,
    minimum !== undefined && `from ${minimum}`,
    maximum !== undefined && `to ${maximum}`,
  ]
  const text = said.filter(Boolean).join(' ')
  return text && `, ${text}`
}

/** A long list of names says no more than the table of fields does. */
function choices(schema: Json): Html | undefined {
  const values = (schema.enum ?? (schema.items as Json | undefined)?.enum) as readonly unknown[] | undefined
  if (!values || values.length > 16) return undefined
  return html` ${values.filter(value => value !== null).map((value, at) => html`${at > 0 && ', '}<code>${String(value)}</code>`)}`
}

const routeDetails = (document: Document, route: Route) => html`<details class="route" id="${route.operationId}">
  <summary><span class="says">${route.summary}</span> <span class="verb ${route.method}">${route.method.toUpperCase()}</span> <code class="path">${route.path}</code></summary>
  <div>
    <p>${prose(route.description)}</p>
    ${route.parameters.length > 0 && html`<table>${route.parameters.map(parameterRow)}</table>`}
    ${route.body && bodyOf(document, route.body.schema)}
  </div>
</details>`

const parameterRow = ({ name, schema, description = '', required, in: place }: Parameter) =>
  tableRow({
    name,
    schema: { ...schema, title: undefined },
    description,
    marks: [
      Boolean(required) && place !== 'path' && html` <span class="mark">required</span>`,
      place !== 'query' && html` <span class="quiet">${place}</span>`,
    ],
  })

function bodyOf(document: Document, given: Json): Html {
  const schema = resolve(document, given)
  const required = (schema.required ?? []) as readonly string[]
  if (schema.properties && Object.keys(schema.properties).length <= 12)
    return html`<h3>Body</h3>${propertyTable(schema, required)}`
  return html`<h3>Body</h3><p>${typeText(given)}.</p>`
}

/** The three that say most: what a list, a new record and an action look like. */
function samples(routes: readonly Route[]): Html[] {
  const list = routes.find(({ operationId }) => /^list/.test(operationId))
  const create = routes.find(({ operationId }) => /^create/.test(operationId))
  const action = routes.find(({ description }) => description.startsWith('An action on one'))
  if (!list) return routes.slice(0, 1).map(route => figure(route.summary, curl(route)))
  return [
    figure(list.summary, curl(list, '?limit=20')),
    figure('Answer', JSON.stringify(list.answer?.example, null, 2)),
    ...(create ? [figure(create.summary, curl(create))] : []),
    ...(action ? [figure(action.summary, curl(action))] : []),
  ]
}

export const figure = (title: string, code: string) =>
  html`<figure><figcaption>${title}</figcaption><pre tabindex="0"><code>${code}</code></pre></figure>`
