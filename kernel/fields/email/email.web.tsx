import type { FieldWeb } from '../../web/ui/field-web.ts'

export const emailWeb: FieldWeb<'email'> = {
  Cell: ({ value, place }) => (
    <a href={`mailto:${value}`} onClick={event => event.stopPropagation()}>
      {place === 'row' ? value : <Broken address={value} />}
    </a>
  ),
}

/** Too long for its line, it goes on with the sign that divides it. */
function Broken({ address }: { readonly address: string }) {
  const at = address.lastIndexOf('@')
  return (
    <>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </>
  )
}
