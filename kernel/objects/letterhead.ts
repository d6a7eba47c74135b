// What stands on the papers that the company sends: settings on the server, a part of the company's form on the page.

import { file } from '../fields/file/file.ts'
import { longText } from '../fields/long_text/long_text.ts'

export const letterhead = {
  letterhead_address: longText({ max: 400 }),
  letterhead_logo: file({ accept: ['image/png', 'image/jpeg'], maxBytes: 2 ** 20 }),
  letterhead_foot: longText({ max: 400, help: 'At the foot of each page: registration, tax number, bank.' }),
} as const
