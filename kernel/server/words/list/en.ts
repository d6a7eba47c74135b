import type { Catalogue } from '../words.ts'

/** What a list, a filter or a choice of records asks for. */
export const en = {
  'unknown-parameter': { message: 'There is no such parameter.' },
  'unknown-column': { message: 'There is no field called “{name}”.' },
  'not-includable': { message: '“{name}” leads to no other record.', action: 'Name a field that is a link.' },
  'limit.out-of-range': { message: 'Ask for {min} to {max} at once.', action: 'Follow “next” for more.' },
  'cursor.invalid': {
    message: 'This is not where a page of this list ended.',
    action: 'Take “next” from the page before, with the same sort.',
  },
  'sort.too-many': { message: 'Sort by at most {max} fields.' },
  'sort.unknown-field': {
    message: 'This list cannot be sorted by that.',
    action: 'Look up the fields of sort in /api/reference.',
  },
  'chart.unknown-field': {
    message: 'There is no field {name} that a chart could use here.',
    action: 'Choose another field.',
  },
  'chart.unknown-unit': {
    message: '{name} cannot be divided like this.',
    action: 'A day or a moment takes one of {units}; nothing else does.',
  },
  'chart.unknown-measure': {
    message: 'A chart cannot measure this.',
    action: 'Name one measure and its field: {measures}.',
  },
  'chart.two-at-most': { message: 'A chart is divided by two fields at most.', action: 'Leave the others out.' },
  'chart.unknown-compare': {
    message: 'A chart cannot be compared with this.',
    action: 'Compare it with `before` or `to_date`, or with nothing.',
  },
  'chart.compare-what': {
    message: 'There is no period before while there is no period.',
    action: 'Choose a period, or compare with nothing.',
  },
  'chart.view-gone': {
    message: 'The view of this chart is gone, or not shared with you.',
    action: 'Choose another view, or a filter.',
  },
  'tiles.not-tiles': {
    message: 'This is no list of tiles.',
    action: 'Send { "all": [tile, …] }, each with id, kind, chart, width and height.',
  },
  'chart.too-slow': {
    message: 'These numbers take too long to count.',
    action: 'Look at fewer records, by a period or a filter, or try again later.',
  },
  'totals.unknown-field': {
    message: '“{name}” cannot be grouped by, or added up.',
    action: 'Group by a choice, a link, a yes-or-no or a date; add up numbers and money.',
  },
  'choose.nothing': { message: 'Say which records: by ids, or by a filter as where.' },
  'choose.too-many': { message: 'This means more than {max} records.', action: 'Narrow the filter.' },
  'filter.not-an-object': { message: 'A filter is an object, such as {"status": "open"}.' },
  'filter.group-not-a-list': { message: '“{group}” takes a list of filters.' },
  'filter.too-deep': { message: 'The filter is nested more than {max} deep.', action: 'Make it flatter.' },
  'filter.too-long': {
    message: 'The filter has more than {max} conditions.',
    action: 'Use “in” for many values of one field.',
  },
  'filter.unknown-field': { message: 'There is no such field.', action: 'Look up the fields in /api/reference.' },
  'filter.unknown-operator': {
    message: 'This field cannot be compared by “{operator}”.',
    action: 'Use one of: {operators}.',
  },
  'filter.not-a-path': { message: 'This leads to no record that you may see.', action: 'Go through a link.' },
  'filter.path-too-long': { message: 'A path goes through at most three links.' },
  'filter.unknown-object': { message: 'There is no such kind of record, or you may not see it.' },
  'filter.not-related': {
    message: 'No field of {other} points here by that name.',
    action: 'Leave out “by”, or name the field that does.',
  },
  'filter.count-bounds': { message: 'Say how many: is, gte or lte, from 0 to 1,000,000.' },
  twice: { message: 'The same record is named twice.', action: 'Name each once.' },
  'filter.which-link': { message: 'Two fields point here: {one} and {other}.', action: 'Say which as “by”.' },
} as const satisfies Catalogue
