import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { codeName, codesIn } from '../../fields/code/codes.ts'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import type { Included } from '../client.ts'
import { listOnce, totalsQuery } from '../queries.ts'
import { fieldOf, useLocale, useSchema } from '../schema/use-schema.ts'
import { formatMonth } from '../ui/format.ts'
import { titleOf } from '../ui/titles.ts'
import { useWords } from '../words/words.tsx'
import { type Group, groupName, inOrder, keyOf } from './groups.ts'
import type { ListAsk } from './use-pages.ts'

const mostNames = 200

/** The groups that there are, with what they come to; the names of those that are records. */
export function useGroups(
  object: DescribedObject,
  { where, search }: Pick<ListAsk, 'where' | 'search'>,
  field: DescribedField,
  sum: readonly string[],
  { enabled }: { readonly enabled: boolean },
) {
  const say = useWords()
  const locale = useLocale()
  const to = useSchema().byName(field.type === 'ref' ? field.to : '')
  const totals = useQuery({
    ...totalsQuery(object, { where, search, group: groupName(field), sum }),
    placeholderData: keepPreviousData,
    enabled,
  })
  const ids = totals.data?.flatMap(({ group }) => (typeof group === 'string' ? [group] : [])).slice(0, mostNames) ?? []
  const names = useQuery({
    ...listOnce(to ?? object, {
      where: { id: { in: ids.toSorted() } },
      sort: to && fieldOf(to, 'place') ? 'place' : undefined,
      columns: to?.title ?? [],
      limit: mostNames,
    }),
    placeholderData: keepPreviousData,
    enabled: to !== undefined && ids.length > 0,
  })
  const rows = to ? (names.data?.rows ?? []) : []
  const titles = new Map(rows.map(row => [row.id, to ? titleOf(to, row) : '']))
  const label = (value: unknown) => {
    if (value === null || value === undefined) return say('value.none')
    if (field.type === 'choice') return field.options[String(value)] ?? String(value)
    if (field.type === 'code') return codeName(String(value), field.of, locale.language)
    if (field.type === 'flag') return say(value === true ? 'value.yes' : 'value.no')
    return field.type === 'date' ? formatMonth(String(value), locale) : (titles.get(String(value)) ?? '')
  }
  const arranged =
    field.type === 'code'
      ? codesIn(field.of, locale.language).map(({ code }) => code)
      : to && fieldOf(to, 'place')
        ? rows.map(({ id }) => id)
        : byName(titles, locale.language)
  const groups = totals.data
    ? inOrder(totals.data, field, arranged).map(
        ({ group, count, sums }): Group => ({
          key: keyOf(group),
          value: group ?? null,
          label: label(group),
          count,
          sums,
        }),
      )
    : undefined
  const included: Included = to
    ? { [to.name]: Object.fromEntries(rows.map(row => [row.id, { id: row.id, title: titleOf(to, row) }])) }
    : {}
  return {
    groups,
    included,
    error: totals.error ?? names.error,
    isStale: totals.isPlaceholderData,
    retry: () => void Promise.all([totals.refetch(), to && names.refetch()]),
  }
}

const byName = (titles: ReadonlyMap<string, string>, language: string) =>
  [...titles].toSorted(([, a], [, b]) => a.localeCompare(b, language)).map(([id]) => id)
