import type { Catalogue } from './words.ts'
import type { en } from './en.ts'

export const fr: { readonly [code in keyof typeof en]: Catalogue[string] } = {
  broken: { message: 'Un problème est survenu de notre côté.', action: 'Réessayez ; si cela persiste, donnez à votre administrateur le numéro de la requête.' },
}
