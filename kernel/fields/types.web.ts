// The faces of the types of fields: the page's half of types.ts.

import type { FieldTypeName } from '../schema/field.ts'
import type { FieldWeb } from '../web/ui/field-web.ts'
import { aboutWeb } from './about/about.web.tsx'
import { choiceWeb } from './choice/choice.web.tsx'
import { choicesWeb } from './choices/choices.web.tsx'
import { codeWeb } from './code/code.web.tsx'
import { dateWeb } from './date/date.web.tsx'
import { emailWeb } from './email/email.web.tsx'
import { fileWeb } from './file/file.web.tsx'
import { flagWeb } from './flag/flag.web.tsx'
import { jsonWeb } from './json/json.web.tsx'
import { longTextWeb } from './long_text/long_text.web.tsx'
import { momentWeb } from './moment/moment.web.tsx'
import { moneyWeb } from './money/money.web.tsx'
import { numberWeb } from './number/number.web.tsx'
import { percentWeb } from './percent/percent.web.tsx'
import { phoneWeb } from './phone/phone.web.tsx'
import { refWeb } from './ref/ref.web.tsx'
import { refsWeb } from './refs/refs.web.tsx'
import { richTextWeb } from './rich_text/rich_text.web.tsx'
import { tagsWeb } from './tags/tags.web.tsx'
import { textWeb } from './text/text.web.tsx'
import { urlWeb } from './url/url.web.tsx'

export const fieldFaces: { readonly [T in FieldTypeName]: FieldWeb<T> } = {
  about: aboutWeb,
  choice: choiceWeb,
  choices: choicesWeb,
  code: codeWeb,
  date: dateWeb,
  email: emailWeb,
  file: fileWeb,
  flag: flagWeb,
  json: jsonWeb,
  long_text: longTextWeb,
  moment: momentWeb,
  money: moneyWeb,
  number: numberWeb,
  percent: percentWeb,
  phone: phoneWeb,
  ref: refWeb,
  refs: refsWeb,
  rich_text: richTextWeb,
  tags: tagsWeb,
  text: textWeb,
  url: urlWeb,
}

/** The face of a field, to be given that field's values only. */
export const faceOf = ({ type }: { readonly type: FieldTypeName }) =>
  fieldFaces[type] as unknown as FieldWeb<FieldTypeName>
