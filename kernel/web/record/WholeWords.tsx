import { Fragment } from 'react'

/** A short word with a hyphen is not parted by the end of a line: "e-mail". */
export const WholeWords = ({ text }: { readonly text: string }) =>
  text.split(/((?<!\S)\S{1,8}-\S{1,8}(?!\S))/).map((part, at) =>
    at % 2 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name
      <span key={at} className="whole">
        {part}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name
      <Fragment key={at}>{part}</Fragment>
    ),
  )
