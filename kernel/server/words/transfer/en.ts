import type { Catalogue } from '../words.ts'

/** Imports and exports. */
export const en = {
  'transfer.nobody': {
    message: 'Whoever began this may no longer do it.',
    action: 'Let somebody who may begin it again.',
  },
  'import.done': { message: 'The import is done: {created} created, {updated} updated, {failed} with problems.' },
  'import.empty': { message: 'The file is empty.', action: 'Choose another.' },
  'import.no-rows': { message: 'The file has headings, but no rows.', action: 'Choose another.' },
  'import.not-text': { message: 'This is no table in text form, but {type}.', action: 'Save it as CSV.' },
  'import.spreadsheet': { message: 'This is a workbook.', action: 'Save the sheet as CSV.' },
  'import.quote-open': {
    message: 'A quotation mark in row {row} is never closed.',
    action: 'Close it, and send the file again.',
  },
  'import.too-many-columns': { message: 'The file has more than {max} columns.', action: 'Remove some.' },
  'import.too-many-cells': {
    message: 'This row has {count} cells, the headings {columns}.',
    action: 'Check delimiters and quotation marks.',
  },
  'import.no-columns': { message: 'No column goes anywhere.', action: 'Assign at least one to a field.' },
  'import.no-such-column': { message: 'The file has no such column.' },
  'import.column-twice': { message: 'The column “{column}” is assigned twice.' },
  'import.field-twice': { message: 'The field “{field}” is filled from two columns.', action: 'Keep one.' },
  'import.not-writable': { message: 'This is no field of {object} that you may write.', action: 'Choose another.' },
  'import.not-a-match': { message: 'Links are found by one of: {allowed}.' },
  'import.cannot-create': {
    message: 'Records that are missing cannot be created here.',
    action: 'Leave them out, or refuse the row.',
  },
  'import.not-a-key': { message: 'Records are recognised by one of: {allowed}.' },
  'import.key-without-column': {
    message: 'Records are recognised by “{field}”, but no column fills it.',
    action: 'Assign one.',
  },
  'import.required-without-column': {
    message: '“{field}” is required, but no column fills it.',
    action: 'Assign one.',
  },
  'import.no-key': {
    message: 'This row does not say which record it means.',
    action: 'Fill in what records are recognised by.',
  },
  'import.no-match': { message: 'No record fits this row.', action: 'Correct it, or let the import create records.' },
  'import.not-yours': { message: 'You may not change the record that this row means.' },
  'import.twin': { message: 'Row {row} means the same record.', action: 'Keep one of them.' },
  'import.ambiguous': { message: '“{text}” fits {count} records.', action: 'Write something that only one has.' },
  'import.not-found': { message: '“{text}” fits no record.', action: 'Correct it, or let the import create it.' },
  'import.not-created': {
    message: '“{text}” could not be created as {object} ({reason}).',
    action: 'Create it by hand first.',
  },
  'import.database-refused': { message: 'The database refused this row.', action: 'Check it, and send it again.' },
  'import.gave-up': {
    message: 'The import stopped at row {row} again and again.',
    action: 'Look at that row, then go on.',
  },
  'import.nothing-to-mend': { message: 'No row of this import was refused.' },
  'import.not-now': { message: 'This cannot be done while the import is “{status}”.' },
} as const satisfies Catalogue
