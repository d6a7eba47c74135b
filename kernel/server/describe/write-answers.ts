import type { Model } from '../tables/model.ts'
import { exampleId, exampleRow } from './examples.ts'
import { type Json, listOf, pascal, ref } from './json-schema.ts'
import { jsonAnswer, parameter, problems } from './operation.ts'

const header = (name: string): Json => ({ $ref: `#/components/headers/${name}` })
const writeHeaders: Json = { Batch: header('Batch'), 'Idempotent-Replay': header('IdempotentReplay') }
const recordHeaders: Json = { ETag: header('ETag'), ...writeHeaders }

/** The record as whoever wrote it may see it. */
export const writtenAnswer = (model: Model, description: string): Json =>
  jsonAnswer(
    description,
    { anyOf: [ref(pascal(model.name)), ref('OnlyId')] },
    { headers: recordHeaders, example: exampleRow(model) },
  )

export const batchAnswer = (description: string): Json =>
  jsonAnswer(description, ref('BatchResult'), { headers: writeHeaders, example: { count: 1, ids: [exampleId] } })

export const goneAnswer = (description: string): Json => ({ 204: { description, headers: writeHeaders } })
export const writeProblems = problems(400, 401, 403, 404, 409, 413, 415, 422)
export const idempotent = parameter('IdempotencyKey')

export const createdAnswer = (model: Model): Json =>
  jsonAnswer(
    'What was created: the record, or `rows` where a list was sent.',
    {
      anyOf: [
        ref(pascal(model.name)),
        ref('OnlyId'),
        { type: 'object', required: ['rows'], properties: { rows: listOf(ref(pascal(model.name))) } },
      ],
    },
    { headers: recordHeaders, example: { ...exampleRow(model), version: 1 } },
  )
