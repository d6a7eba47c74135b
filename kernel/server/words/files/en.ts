import type { Catalogue } from '../words.ts'

/** Files, and the links to them. */
export const en = {
  'file.too-large': { message: 'The file is larger than {max} bytes.', action: 'Make it smaller.' },
  'file.type-not-accepted': {
    message: 'A file of the type {type} is not accepted here.',
    action: 'Use one of: {accept}.',
  },
  'file.lost': {
    message: 'The content of this file is gone.',
    action: 'Tell your administrator: a backup may have it.',
  },
  'file.store-unknown': {
    message: 'Files cannot be kept at {scheme}.',
    action: 'Use a FILES_URL such as file:///var/lib/rapport/files.',
  },
  'file.link-wrong': { message: 'This link is not one of ours.', action: 'Open the file from its record.' },
  'file.link-expired': { message: 'This link has expired.', action: 'Open the file from its record.' },
  'file.not-multipart': { message: 'Send the file as multipart/form-data.' },
  'file.range': { message: 'This part of the file does not exist.', action: 'Ask for one within its size.' },
} as const satisfies Catalogue
