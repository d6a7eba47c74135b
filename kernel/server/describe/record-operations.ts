// Every route that an object has: the ones of http/record-routes.ts, and one for each of its actions.

import type { Model } from '../tables/model.ts'
import { actionOperations } from './action-operations.ts'
import { exampleDraft, exampleId, examplePatch } from './examples.ts'
import { type Json, listOf, pascal, ref } from './json-schema.ts'
import { choiceSchema } from './object-schemas.ts'
import { jsonBody, type Operation, parameter, problems } from './operation.ts'
import { readOperations } from './read-operations.ts'
import { batchAnswer, createdAnswer, goneAnswer, idempotent, writeProblems, writtenAnswer } from './write-answers.ts'

export const recordOperations = (model: Model): Operation[] => [
  ...readOperations(model),
  ...writeOneOperations(model),
  ...writeManyOperations(model),
  ...actionOperations(model),
]

function writeOneOperations(model: Model): Operation[] {
  const { plural, label } = model.object
  const [one, many] = [pascal(model.name), label[1]]
  const noun = label[0].toLowerCase()
  const draft = ref(`${one}Draft`)
  const shared = { tag: many, path: `/api/${plural}/{id}` }
  const changing = [parameter('Id'), parameter('IfMatch'), idempotent]
  return [
    {
      ...shared,
      method: 'post',
      path: `/api/${plural}`,
      id: `create${one}`,
      summary: `Create a ${noun}, or many`,
      description: 'One object creates one record; a list of up to 1,000 creates all of them, or none.',
      parameters: [idempotent],
      body: jsonBody(
        { oneOf: [draft, listOf(draft, { minItems: 1, maxItems: 1000 })] },
        { example: exampleDraft(model) },
      ),
      responses: { 201: createdAnswer(model), ...writeProblems },
    },
    {
      ...shared,
      method: 'patch',
      id: `update${one}`,
      summary: `Change a ${noun}`,
      description: 'What is left out stays; null clears.',
      parameters: changing,
      body: jsonBody(ref(`${one}Patch`), { example: examplePatch(model) }),
      responses: { 200: writtenAnswer(model, 'As it is now.'), ...writeProblems },
    },
    {
      ...shared,
      method: 'put',
      id: `replace${one}`,
      summary: `Replace a ${noun}`,
      description: 'What is left out goes back to what a new record would have. The owner stays unless named.',
      parameters: changing,
      body: jsonBody(draft, { example: exampleDraft(model) }),
      responses: { 200: writtenAnswer(model, 'As it is now.'), ...writeProblems },
    },
    {
      ...shared,
      method: 'delete',
      id: `delete${one}`,
      summary: `Move a ${noun} to the trash`,
      description: 'It can be restored, until it is purged.',
      parameters: [parameter('Id'), idempotent],
      responses: { ...goneAnswer('It is in the trash.'), ...problems(401, 403, 404, 409, 422) },
    },
    {
      ...shared,
      method: 'post',
      path: `/api/${plural}/{id}/restore`,
      id: `restore${one}`,
      summary: `Bring a ${noun} back from the trash`,
      description: 'With everything that went to the trash with it.',
      parameters: [parameter('Id'), idempotent],
      responses: { 200: writtenAnswer(model, 'As it is now.'), ...writeProblems },
    },
    {
      ...shared,
      method: 'post',
      path: `/api/${plural}/{id}/purge`,
      id: `purge${one}`,
      summary: `Delete a ${noun} for good`,
      description: 'Only from the trash. There is no way back.',
      parameters: [parameter('Id'), idempotent],
      responses: { ...goneAnswer('It is gone.'), ...writeProblems },
    },
  ]
}

function writeManyOperations(model: Model): Operation[] {
  const { plural, label } = model.object
  const name = pascal(plural)
  const noun = label[1].toLowerCase()
  const shared = { tag: label[1], path: `/api/${plural}`, parameters: [idempotent] }
  return [
    {
      ...shared,
      method: 'patch',
      id: `update${name}`,
      summary: `Change many ${noun}`,
      description:
        'One patch for up to 10,000 records, named by ids or found by a filter; or up to 1,000 `edits`, each with its own. All of them, or none; for more, or for those that can, see `/api/bulk`.',
      body: jsonBody(editManySchema(model), { example: { ids: [exampleId], patch: examplePatch(model) } }),
      responses: { 200: batchAnswer('What was changed.'), ...writeProblems },
    },
    {
      ...shared,
      method: 'delete',
      id: `delete${name}`,
      summary: `Move many ${noun} to the trash`,
      description: 'Up to 10,000, named by ids or found by a filter. All of them, or none.',
      body: jsonBody(ref(`${pascal(model.name)}Choice`), { example: { ids: [exampleId] } }),
      responses: { 200: batchAnswer('What is in the trash now.'), ...writeProblems },
    },
    {
      ...shared,
      method: 'post',
      path: `/api/${plural}/restore`,
      id: `restore${name}`,
      summary: `Bring many ${noun} back from the trash`,
      description: 'Up to 10,000, named by ids or found in the trash by a filter. All of them, or none.',
      body: jsonBody(ref(`${pascal(model.name)}Choice`), { example: { ids: [exampleId] } }),
      responses: { 200: batchAnswer('What is back.'), ...writeProblems },
    },
  ]
}

function editManySchema(model: Model): Json {
  const patch = ref(`${pascal(model.name)}Patch`)
  const { oneOf } = choiceSchema(model, { patch }, ['patch']) as { oneOf: readonly Json[] }
  const edit = {
    type: 'object',
    required: ['id'],
    description: 'The id, and what changes. With `version`, a record that was changed since is a conflict.',
    properties: { id: { type: 'string', format: 'uuid' }, version: { type: 'integer', minimum: 1 } },
  }
  const edits = {
    type: 'object',
    required: ['edits'],
    properties: { edits: listOf(edit, { minItems: 1, maxItems: 1000 }) },
    additionalProperties: false,
  }
  return { oneOf: [...oneOf, edits] }
}
