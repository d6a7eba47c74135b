import { filterLimits } from '../../../schema/filter.ts'
import { figure } from './chapter.ts'
import { html, prose } from './html.ts'

interface Topic {
  readonly id: string
  readonly title: string
  readonly says: readonly string[]
  readonly sample: readonly [title: string, code: string]
}

const topics: readonly Topic[] = [
  {
    id: 'authentication',
    title: 'Authentication',
    says: [
      'Send an API key as a bearer token. A key may do what its owner may, or less, and what it does is recorded in the owner’s name.',
      'The page itself uses a session cookie; a write with it must come from Rapport’s own origin. A request with a token never reads cookies.',
    ],
    sample: ['With a key', 'curl "$URL/api/schema" \\\n  -H "Authorization: Bearer $KEY"'],
  },
  {
    id: 'lists',
    title: 'Lists and pages',
    says: [
      'A list is filtered by `where`, searched by `search`, sorted by `sort` (`-` turns the order round), and narrowed to `columns`. `include` names what links lead to.',
      'A page has `rows` and `next`. Send `next` as `after`, with the same `sort`, until it is null. What was added meanwhile neither repeats nor skips a record.',
      'Records are counted only where `count=true` asks for it, and no further than 1,000.',
    ],
    sample: [
      'The second page',
      'curl "$URL/api/users?sort=name&limit=50&after=$NEXT" \\\n  -H "Authorization: Bearer $KEY"',
    ],
  },
  {
    id: 'filters',
    title: 'Filters',
    says: [
      'A filter is JSON: a field and a value, or a field and operators: `is`, `not`, `in`, `not_in`, `all`, `gt`, `gte`, `lt`, `lte`, `contains`, `starts`, `during`, `empty`. Several conditions must all hold; `all`, `any` and `not` nest them.',
      'A path such as `owner_id.name` goes through up to three links; `count` asks how many records point here. `@me` is whoever asks.',
      `At most ${filterLimits.depth} deep and ${filterLimits.leaves} conditions. A long one goes by POST to \`query\`.`,
    ],
    sample: [
      'A filter',
      '{\n  "active": true,\n  "any": [\n    { "name": { "contains": "ada" } },\n    { "created_at": { "during": { "last": "30 days" } } }\n  ]\n}',
    ],
  },
  {
    id: 'errors',
    title: 'Errors',
    says: [
      'What goes wrong is `application/problem+json`: `code` is the same in every language, `detail` says what is wrong and `action` what to do about it. `fields` names every field that is wrong, not only the first.',
      '400, 413, 415: the body cannot be read. 401: nobody is signed in. 403: no right. 404: not there, or not for you. 409: changed since, in use, or refused by a rule. 422: something sent is not right. 429: wait for `Retry-After` seconds.',
    ],
    sample: [
      '422',
      '{\n  "type": "/api/problems/invalid",\n  "title": "Unprocessable Entity",\n  "status": 422,\n  "code": "invalid",\n  "detail": "Something in what you sent is not right.",\n  "action": "Correct what is named under “fields” and send it again.",\n  "fields": [\n    { "field": "name", "code": "required", "params": {}, "message": "Fill this in." }\n  ],\n  "request_id": "0198c5a2-7b1e-7c3a-9f00-3d5e8a1b2c4d"\n}',
    ],
  },
  {
    id: 'writing',
    title: 'Writing safely',
    says: [
      'Send a new `Idempotency-Key` with each write. When the same request is sent again within 24 hours, nothing is done twice and the answer is the same.',
      'A record has a `version`, and its ETag is made of it. Send that as `If-Match`: if somebody changed the record since you read it, the answer is 409 and names the fields.',
      'Every write answers with the header `Batch`: what it did can be undone by it. Routes over many take `ids` or a filter as `where`, and do all or nothing.',
    ],
    sample: [
      'Sent twice, done once',
      'curl -X PATCH "$URL/api/tags/$ID" \\\n  -H "Authorization: Bearer $KEY" \\\n  -H "Content-Type: application/json" \\\n  -H "Idempotency-Key: 6f1c2b" \\\n  -H \'If-Match: "3"\' \\\n  -d \'{ "name": "Fair" }\'',
    ],
  },
]

export const introduction = topics.map(
  ({ id, title, says, sample: [caption, code] }) =>
    html`<section id="${id}"><div><h2>${title}</h2>${says.map(text => html`<p>${prose(text)}</p>`)}</div><aside>${figure(caption, code)}</aside></section>`,
)
export const introductionLinks = topics.map(({ id, title }) => ({ anchor: id, title }))
