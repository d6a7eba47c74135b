// Field options end up in the SQL of columns, and those of a custom field come from outside.

export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`
export const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`

export const textDefault = (value: string | undefined) =>
  value === undefined ? {} : { default: `${literal(value)}::text` }
export const textArray = (texts: readonly string[]) =>
  `array[${texts.map(text => `${literal(text)}::text`).join(', ')}]::text[]`
