// What people write about a new field, as the server wants it.

const longest = 46

/** Of “Contract end (date)”: `c_contract_end_date`. */
export function nameFor(label: string) {
  const plain = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
  const begun = /^[a-z]/.test(plain) ? plain : `f_${plain}`.replace(/_$/, '')
  return `c_${begun}`.slice(0, longest).replace(/_$/, '')
}

/** One option a line, each as `key: label`; who writes only the label gets a key made from it. */
export const optionLines = (text: string) =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .map(line => (/^[\w-]{1,64}\s*(:|$)/.test(line) ? line : `${nameFor(line).slice(2)}: ${line}`))
    .join('\n')
