import { exampleId } from './examples.ts'
import { closed, type Json, listOf, ref } from './json-schema.ts'

const key = (name: string, description: string, schema: Json): Json => ({ name, in: 'query', description, schema })
const header = (name: string, description: string, schema: Json): Json => ({ name, in: 'header', description, schema })

export const sharedParameters: Readonly<Record<string, Json>> = {
  Id: {
    name: 'id',
    in: 'path',
    required: true,
    description: 'Id of the record.',
    schema: { type: 'string', format: 'uuid' },
  },
  Search: key('search', 'Words that the searched fields contain, without regard to case and accents.', {
    type: 'string',
    maxLength: 2000,
  }),
  Limit: key('limit', 'How many records a page has.', { type: 'integer', minimum: 1, maximum: 200, default: 50 }),
  After: key('after', '`next` of the page before, with the same sort.', { type: 'string', maxLength: 2000 }),
  Count: key('count', 'Counts what is found, up to 1,000.', { type: 'boolean', default: false }),
  Trashed: key('trashed', 'What is in the trash instead of what is not.', { type: 'boolean', default: false }),
  IdempotencyKey: header(
    'Idempotency-Key',
    'A new one for each request: when it is sent again within 24 hours, nothing is done twice and the answer is the same.',
    {
      type: 'string',
      pattern: '^[\\x21-\\x7e]{1,255}$',
    },
  ),
  IfMatch: header(
    'If-Match',
    'The ETag that the record had when it was read; if it was changed since, the answer is a conflict.',
    { type: 'string', examples: ['"3"'] },
  ),
  IfNoneMatch: header('If-None-Match', 'An ETag: the answer is 304 if it is still the same.', {
    type: 'string',
    examples: ['"3"'],
  }),
}

export const sharedHeaders: Readonly<Record<string, Json>> = {
  ETag: { description: 'The version of what is sent.', schema: { type: 'string' } },
  Batch: { description: 'What this request did, to be undone together.', schema: { type: 'string', format: 'uuid' } },
  IdempotentReplay: {
    description: '`true` where the answer is that of an earlier request with the same Idempotency-Key.',
    schema: { type: 'string' },
  },
  RetryAfter: { description: 'Seconds to wait.', schema: { type: 'integer' } },
}

export const sharedSchemas: Readonly<Record<string, Json>> = {
  Problem: {
    type: 'object',
    description: 'What went wrong and what to do next (RFC 9457), in the language of whoever asked.',
    required: ['type', 'title', 'status', 'code', 'detail', 'request_id'],
    properties: {
      type: { type: 'string', description: 'Names the kind of problem; there is nothing to fetch.' },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string', description: 'The same in every language.' },
      detail: { type: 'string' },
      action: { type: 'string', description: 'What to do about it.' },
      fields: listOf(ref('FieldProblem')),
      request_id: { type: 'string' },
    },
  },
  FieldProblem: {
    type: 'object',
    required: ['field', 'code', 'message'],
    properties: {
      field: { type: 'string', description: 'The field or parameter; empty for the body as a whole.' },
      code: { type: 'string' },
      message: { type: 'string' },
      params: { type: 'object', description: 'What the message was filled in with.' },
      index: { type: 'integer', minimum: 0, description: 'Which record, where several were sent.' },
    },
  },
  BatchResult: closed(
    {
      count: { type: 'integer', description: 'How many records it was done to.' },
      ids: listOf({ type: 'string', format: 'uuid' }, { maxItems: 1000, description: 'The first thousand of them.' }),
    },
    ['count', 'ids'],
  ),
  OnlyId: closed({ id: { type: 'string', format: 'uuid' } }, ['id'], {
    description: 'A record that whoever wrote it may not read.',
  }),
  NextStep: closed(
    {
      object: { type: 'string' },
      id: { type: 'string', format: 'uuid' },
      title: { type: 'string' },
      at: { type: ['string', 'null'], description: 'A day or a moment; null where it is planned for no time.' },
    },
    ['object', 'id', 'title', 'at'],
    {
      description:
        'What is planned next, of all that whoever asks may see; null where there is nothing. Only where it was included.',
    },
  ),
  Included: {
    type: 'object',
    description: 'Object, then id, then what the record is called; only what the reader may see.',
    additionalProperties: { type: 'object', additionalProperties: ref('Named') },
  },
  Named: closed(
    {
      id: { type: 'string', format: 'uuid' },
      title: { type: 'string' },
      type: { type: 'string', description: 'Of a file: its media type.' },
      size: { type: 'integer', description: 'Of a file: its bytes.' },
      url: { type: 'string', description: 'Of a file: where it is, for a while.' },
      tone: { type: 'string', description: 'Of what has a colour: which.' },
    },
    ['id', 'title'],
  ),
}

const problem = (description: string, example: Json, headers?: Json): Json => ({
  description,
  ...(headers ? { headers } : {}),
  content: { 'application/problem+json': { schema: ref('Problem'), example: { ...example, request_id: exampleId } } },
})
const said = (status: number, title: string, code: string, detail: string, action?: string): Json => ({
  type: `/api/problems/${code}`,
  title,
  status,
  code,
  detail,
  ...(action ? { action } : {}),
})

export const sharedResponses: Readonly<Record<string, Json>> = {
  Malformed: problem(
    'The body cannot be read.',
    said(400, 'Bad Request', 'broken-json', 'This is not valid JSON.', 'Check quotes, commas and brackets.'),
  ),
  Unauthenticated: problem(
    'Nobody is signed in, or the key is not valid.',
    said(401, 'Unauthorized', 'sign-in-needed', 'Nobody is signed in.', 'Sign in, or send an API key.'),
  ),
  Forbidden: problem(
    'No right to do this.',
    said(403, 'Forbidden', 'forbidden', 'You do not have the right to do this.', 'Ask whoever runs Rapport for it.'),
  ),
  Missing: problem(
    'There is no such thing, or whoever asks may not see it.',
    said(404, 'Not Found', 'missing', 'There is no such record, or you may not see it.', 'Look for it in the list.'),
  ),
  Conflict: problem(
    'It does not fit how things stand: changed since, in use, refused by a rule.',
    said(409, 'Conflict', 'in-use', 'This is still in use elsewhere (deal).', 'Change or remove what uses it first.'),
  ),
  TooLarge: problem(
    'The body is larger than 4 MiB.',
    said(413, 'Payload Too Large', 'body-too-large', 'The body is too large.', 'Send it in several parts.'),
  ),
  UnknownType: problem(
    'The body is not of a type that is understood.',
    said(
      415,
      'Unsupported Media Type',
      'unknown-content-type',
      'This type of content is not understood here.',
      'Send application/json.',
    ),
  ),
  Invalid: problem('Something in what was sent is not right; every problem is named.', {
    ...said(
      422,
      'Unprocessable Entity',
      'invalid',
      'Something in what you sent is not right.',
      'Correct what is named under “fields” and send it again.',
    ),
    fields: [{ field: 'name', code: 'required', params: {}, message: 'Fill this in.' }],
  }),
  Throttled: problem(
    'Too much at once.',
    said(
      429,
      'Too Many Requests',
      'database.busy',
      'There is more to do than the database can take at once.',
      'Try again in a moment.',
    ),
    {
      'Retry-After': { $ref: '#/components/headers/RetryAfter' },
    },
  ),
  Broken: problem(
    'The server failed; nothing was changed.',
    said(
      500,
      'Internal Server Error',
      'broken',
      'Something went wrong on our side.',
      'Try again; if it stays, give your administrator the number of the request.',
    ),
  ),
}
