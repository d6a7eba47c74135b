// What is written in the cells: shown at once, marked while it is on its way, taken back with the reason when refused.

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import type { AnyRecord, Included, Page } from '../client.ts'
import { recordQuery } from '../queries.ts'
import { type Conflict, Conflicted, conflictOf } from '../record/conflict.ts'
import { knownNames } from '../record/known-names.ts'
import { request, Trouble } from '../request.ts'
import { useSchema } from '../schema/use-schema.ts'
import { keepDraft, readDraft } from '../screens/kept-draft.ts'
import { troubleWords } from '../ui/State.tsx'
import { useDone } from '../undo/use-undo.ts'
import { useWords } from '../words/words.tsx'

export interface Mark {
  readonly state: 'saving' | 'saved' | 'refused'
  /** What stands in the cell until the server has spoken; refused, it is what one goes on with. */
  readonly value?: unknown
  readonly reason?: string
}
/** By the name of the field. */
export type Marks = Readonly<Record<string, Mark>>

export interface Edit {
  readonly record: AnyRecord
  readonly patch: Readonly<Record<string, unknown>>
}

export function useEdits(object: DescribedObject) {
  const say = useWords()
  const queries = useQueryClient()
  const done = useDone()
  const [marks, setMarks] = useState<ReadonlyMap<string, Marks>>(new Map())
  const [names, setNames] = useState<Included>({})
  const [conflict, setConflict] = useState<Conflict>()
  const versions = useRef(new Map<string, number>())
  const before = useRef<Promise<unknown>>(Promise.resolve())
  const kept = `${useSchema().person.id} ${object.name} cells`

  const mark = (edits: readonly Edit[], markOf: (value: unknown, field: string) => Mark | undefined) =>
    setMarks(known => {
      const next = new Map(known)
      for (const { record, patch } of edits) {
        const marked = Object.entries(patch).map(([field, value]) => [field, markOf(value, field)] as const)
        const all = { ...next.get(record.id), ...Object.fromEntries(marked) }
        next.set(record.id, Object.fromEntries(Object.entries(all).filter(([, one]) => one !== undefined)) as Marks)
      }
      return next
    })

  /** What somebody else changed meanwhile is something else, and both stay; or a conflict, which its writer decides. */
  async function overOthers(edit: Edit, seen: Parameters<typeof writeOne>[1]): Promise<unknown> {
    try {
      return await writeOne(object, seen)
    } catch (error) {
      if (!isConflict(error)) throw error
      const theirs = await queries.fetchQuery({ ...recordQuery(object, edit.record.id), staleTime: 0 })
      const found = conflictOf(edit.record, theirs, edit.patch)
      if (found.names.length > 0) throw new Conflicted(found)
      return overOthers(edit, { ...seen, version: theirs.version })
    }
  }

  async function write(edits: readonly Edit[]) {
    const seen = edits.map(({ record, patch }) => ({
      ...patch,
      id: record.id,
      version: Math.max(record.version, versions.current.get(record.id) ?? 0),
    }))
    const [only] = seen
    const body =
      only && edits[0] && seen.length === 1 ? await overOthers(edits[0], only) : await writeMany(object, seen)
    if (isRecord(body)) {
      versions.current.set(body.id, body.version)
      keep(queries, object, body)
    }
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['record', object.name] }),
      queries.invalidateQueries({ queryKey: ['timeline'] }),
      queries.invalidateQueries({ queryKey: ['totals', object.name] }),
      queries.invalidateQueries({ queryKey: ['list'], refetchType: isRecord(body) ? 'none' : 'active' }),
      queries.invalidateQueries({ queryKey: ['list', object.name, 'totals'] }),
    ])
    done(say('list.changed', { count: edits.length }), body)
  }

  /** One after the other: the next one must know the version that the last one made. */
  async function save(edits: readonly Edit[]) {
    if (edits.length === 0) return
    setNames(known => edits.reduce((names, { patch }) => knownNames(queries, object, patch, names), known))
    mark(edits, value => ({ state: 'saving', value }))
    const turn = before.current.then(() => write(edits))
    before.current = turn.catch(() => undefined)
    try {
      await turn
      mark(edits, () => ({ state: 'saved' }))
    } catch (error) {
      mark(edits, (value, field) => ({
        state: 'refused',
        value,
        reason: reasonOf(error, field, troubleWords(error, say)),
      }))
      if (error instanceof Conflicted) setConflict(error.conflict)
      if (isSignedOut(error)) keepDraft(kept, { edits: [...keptEdits(kept), ...edits.map(bare)] })
      if (isConflict(error) || isSignedOut(error)) await queries.invalidateQueries({ queryKey: ['list', object.name] })
    }
  }

  // What was on its way when the session ended is sent once its writer is back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each list that is opened
  useEffect(() => {
    const edits = keptEdits(kept)
    keepDraft(kept, {})
    void save(edits)
  }, [kept])

  return {
    marks,
    names,
    save,
    conflict,
    decided: () => setConflict(undefined),
    /** Once it was read, it need not stay. */
    settle: (record: AnyRecord, field: string) => mark([{ record, patch: { [field]: null } }], () => undefined),
  }
}

const writeOne = (
  { plural }: DescribedObject,
  { id, version, ...body }: Readonly<Record<string, unknown>> & { readonly id: string; readonly version: number },
) => request({ method: 'PATCH', path: `/api/${plural}/${id}`, body, headers: { 'if-match': `"${version}"` } })

const writeMany = ({ plural }: DescribedObject, edits: readonly unknown[]) =>
  request({ method: 'PATCH', path: `/api/${plural}`, body: { edits } })

const isRecord = (body: unknown): body is AnyRecord =>
  typeof body === 'object' && body !== null && 'id' in body && 'version' in body

const bare = ({ record: { id, version }, patch }: Edit): Edit => ({ record: { id, version }, patch })

function keptEdits(name: string) {
  const { edits } = readDraft(name)
  return Array.isArray(edits) ? (edits as Edit[]) : []
}

const isSignedOut = (error: unknown) => error instanceof Trouble && error.status === 401
const isConflict = (error: unknown) => error instanceof Trouble && (error.status === 409 || error.status === 412)

function reasonOf(error: unknown, field: string, { title, hint }: { title: string; hint?: string | undefined }) {
  const said = error instanceof Trouble ? error.fields.find(trouble => trouble.field === field)?.message : undefined
  return said ?? [title.replace(/[^.!?]$/, '$&.'), hint].filter(Boolean).join(' ')
}

/** In every list that shows it. It keeps its place there until the list is read again. */
function keep(queries: QueryClient, object: DescribedObject, record: AnyRecord) {
  queries.setQueriesData<Page<AnyRecord>>({ queryKey: ['list', object.name, 'page'] }, page =>
    page?.rows.some(({ id }) => id === record.id)
      ? { ...page, rows: page.rows.map(row => (row.id === record.id ? { ...row, ...record } : row)) }
      : page,
  )
}
