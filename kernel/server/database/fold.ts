import { double, marks, single } from '../../schema/fold.ts'

// NFKD turns a letter into others, none of which is a key of `double`, so the order of the steps does not matter.
const bare = `regexp_replace(normalize($1, nfkd), '[${escaped(marks)}]', '', 'g')`
const doubled = [...double].reduce((inner, [from, to]) => `replace(${inner}, '${from}', '${to}')`, bare)
const replaced = `translate(${doubled}, '${[...single.keys()].join('')}', '${[...single.values()].join('')}')`

/**
 * Makes `fold(text)`: kernel/schema/fold.ts in SQL. The collations are named inside, so that the
 * database's own changes nothing and an index over it may be trusted.
 */
export const createFold = `
create or replace function fold(text) returns text
language plpgsql immutable strict parallel safe as $fold$
begin
  if octet_length($1) = length($1) then
    return lower($1 collate "C");
  end if;
  return lower((${replaced}) collate "C");
end
$fold$`

/** To sort and compare by: a function cannot say how its result is ordered, so the expression does. */
export const folded = (expression: string) => `fold(${expression}) collate "C"`

function escaped(range: string) {
  return range.replace(/[^-]/g, letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
