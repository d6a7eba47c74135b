// On the server only, once, before anything is parsed: what is too heavy for the page.

import { setPhoneReader } from './phone/phone.ts'
import { readPhone } from './phone/read-phone.ts'
import { setSanitiser } from './rich_text/rich_text.ts'
import { sanitise } from './rich_text/sanitise.ts'

export function equipFields() {
  setSanitiser(sanitise)
  setPhoneReader(readPhone)
}
