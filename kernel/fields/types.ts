import type { Field, FieldTypeName } from '../schema/field.ts'
import type { AnyFieldType, FieldType } from '../schema/field-type.ts'
import { aboutType } from './about/about.ts'
import { choiceType } from './choice/choice.ts'
import { choicesType } from './choices/choices.ts'
import { codeType } from './code/code.ts'
import { dateType } from './date/date.ts'
import { emailType } from './email/email.ts'
import { fileType } from './file/file.ts'
import { flagType } from './flag/flag.ts'
import { jsonType } from './json/json.ts'
import { longTextType } from './long_text/long_text.ts'
import { momentType } from './moment/moment.ts'
import { moneyType } from './money/money.ts'
import { numberType } from './number/number.ts'
import { percentType } from './percent/percent.ts'
import { phoneType } from './phone/phone.ts'
import { refType } from './ref/ref.ts'
import { refsType } from './refs/refs.ts'
import { richTextType } from './rich_text/rich_text.ts'
import { tagsType } from './tags/tags.ts'
import { textType } from './text/text.ts'
import { urlType } from './url/url.ts'

export const fieldTypes: { readonly [T in FieldTypeName]: FieldType<T> } = {
  about: aboutType,
  choice: choiceType,
  choices: choicesType,
  code: codeType,
  date: dateType,
  email: emailType,
  file: fileType,
  flag: flagType,
  json: jsonType,
  long_text: longTextType,
  moment: momentType,
  money: moneyType,
  number: numberType,
  percent: percentType,
  phone: phoneType,
  ref: refType,
  refs: refsType,
  rich_text: richTextType,
  tags: tagsType,
  text: textType,
  url: urlType,
}

/** The type of a field, to be called with that field only. */
export function typeOf(field: Field): AnyFieldType {
  if (!Object.hasOwn(fieldTypes, field.type)) throw new Error(`There is no type of field called ${field.type}.`)
  return fieldTypes[field.type] as unknown as AnyFieldType
}
