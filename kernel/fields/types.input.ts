// The controls of the types of fields: they come with what is written, not with what is read.

import type { FieldTypeName } from '../schema/field.ts'
import type { InputOf } from '../web/ui/field-web.ts'
import { AboutInput } from './about/about.input.tsx'
import { ChoiceInput } from './choice/choice.input.tsx'
import { ChoicesInput } from './choices/choices.input.tsx'
import { CodeInput } from './code/code.input.tsx'
import { DateInput } from './date/date.input.tsx'
import { EmailInput } from './email/email.input.tsx'
import { FileInput } from './file/file.input.tsx'
import { FlagInput } from './flag/flag.input.tsx'
import { JsonInput } from './json/json.input.tsx'
import { LongTextInput } from './long_text/long_text.input.tsx'
import { MomentInput } from './moment/moment.input.tsx'
import { MoneyInput } from './money/money.input.tsx'
import { NumberInput } from './number/number.input.tsx'
import { PercentInput } from './percent/percent.input.tsx'
import { PhoneInput } from './phone/phone.input.tsx'
import { RefInput } from './ref/ref.input.tsx'
import { RefsInput } from './refs/refs.input.tsx'
import { RichTextInput } from './rich_text/rich_text.input.tsx'
import { TagsInput } from './tags/tags.input.tsx'
import { TextInput } from './text/text.input.tsx'
import { UrlInput } from './url/url.input.tsx'

const fieldInputs: { readonly [T in FieldTypeName]: InputOf<T> } = {
  about: AboutInput,
  choice: ChoiceInput,
  choices: ChoicesInput,
  code: CodeInput,
  date: DateInput,
  email: EmailInput,
  file: FileInput,
  flag: FlagInput,
  json: JsonInput,
  long_text: LongTextInput,
  moment: MomentInput,
  money: MoneyInput,
  number: NumberInput,
  percent: PercentInput,
  phone: PhoneInput,
  ref: RefInput,
  refs: RefsInput,
  rich_text: RichTextInput,
  tags: TagsInput,
  text: TextInput,
  url: UrlInput,
}

/** The control of a field, to be given that field's values only. */
export const inputOf = ({ type }: { readonly type: FieldTypeName }) =>
  fieldInputs[type] as unknown as InputOf<FieldTypeName>
