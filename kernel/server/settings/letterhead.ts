// What stands on the papers that the company sends.

import { file } from '../../fields/file/file.ts'
import { longText } from '../../fields/long_text/long_text.ts'
import { defineSetting } from './setting.ts'

export const letterheadAddress = defineSetting('letterhead_address', longText({ label: 'Address', max: 400 }), null)

export const letterheadFoot = defineSetting(
  'letterhead_foot',
  longText({ label: 'Foot of each page', help: 'Registration, tax number, bank.', max: 400 }),
  null,
)

export const letterheadLogo = defineSetting(
  'letterhead_logo',
  file({ label: 'Logo', accept: ['image/png', 'image/jpeg'], maxBytes: 2 ** 20 }),
  null,
)

export const letterheadSettings = [letterheadAddress, letterheadFoot, letterheadLogo] as const
