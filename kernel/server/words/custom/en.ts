import type { Catalogue } from '../words.ts'

/** Fields added at run time. */
export const en = {
  'custom.name': {
    message: 'A name is c_ and then lower-case letters, digits and _.',
    action: 'Write one such as c_region.',
  },
  'custom.taken': { message: 'This object has a field of that name already, or had one.', action: 'Choose another.' },
  'custom.fixed': { message: 'This cannot be changed once the field is there.', action: 'Add another field instead.' },
  'custom.unknown-object': { message: 'There is no such object.', action: 'Write its name, such as contact.' },
  'custom.too-many': {
    message: 'This object has {max} custom fields, which is the most.',
    action: 'Remove one that is not used.',
  },
  'custom.options-missing': { message: 'A choice needs options.', action: 'Write one a line, as key: label.' },
  'custom.option-key': { message: 'The key of an option is 1 to 64 letters, digits, - and _.' },
} as const satisfies Catalogue
