import type { Fields } from '../../schema/field.ts'
import type { Action } from '../../schema/object.ts'
import type { Model } from '../tables/model.ts'
import { exampleId, exampleOf } from './examples.ts'
import { draftSchema, mustBeGiven } from './field-schema.ts'
import { pascal, ref } from './json-schema.ts'
import { choiceSchema } from './object-schemas.ts'
import { jsonBody, type Operation, parameter } from './operation.ts'
import { batchAnswer, idempotent, writeProblems, writtenAnswer } from './write-answers.ts'

/** Each action over one record, and over many. */
export const actionOperations = (model: Model): Operation[] =>
  Object.entries(model.object.actions).flatMap(([name, action]) => [
    onOne(model, name, action),
    onMany(model, name, action),
  ])

function onOne(model: Model, name: string, { label, needs, makes, input = {} }: Action<Fields>): Operation {
  const isNeeded = Object.values(input).some(mustBeGiven)
  const isAsked = Object.keys(input).length > 0
  return {
    method: 'post',
    path: `/api/${model.object.plural}/{id}/${name}`,
    id: `${camel(name)}${pascal(model.name)}`,
    tag: model.object.label[1],
    summary: label,
    description: `An action on one record. Its right is \`${model.name}.${name}\`; where a role does not name it, that of \`${needs}\` counts.${makes ? ` It takes \`${makes}.create\` too.` : ''}`,
    parameters: [parameter('Id'), idempotent],
    ...(isAsked
      ? { body: jsonBody(draftSchema(input), { required: isNeeded, example: exampleOf(input, () => true) }) }
      : {}),
    responses: { 200: writtenAnswer(model, 'As it is now.'), ...writeProblems },
  }
}

function onMany(model: Model, name: string, { label, input = {} }: Action<Fields>): Operation {
  const isNeeded = Object.values(input).some(mustBeGiven)
  const isAsked = Object.keys(input).length > 0
  const more = isAsked ? { input: draftSchema(input) } : {}
  const example = { ids: [exampleId], ...(isAsked ? { input: exampleOf(input, () => true) } : {}) }
  return {
    method: 'post',
    path: `/api/${model.object.plural}/${name}`,
    id: `${camel(name)}${pascal(model.object.plural)}`,
    tag: model.object.label[1],
    summary: `${label}: many`,
    description: 'The same on up to 10,000 records, named by ids or found by a filter. All of them, or none.',
    parameters: [idempotent],
    body: jsonBody(
      isAsked ? choiceSchema(model, more, isNeeded ? ['input'] : []) : ref(`${pascal(model.name)}Choice`),
      { example },
    ),
    responses: { 200: batchAnswer('What it was done to.'), ...writeProblems },
  }
}

const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
