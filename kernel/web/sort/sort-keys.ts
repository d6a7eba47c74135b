// Keys of a sort: 'name' upwards, '-name' downwards.

export const isDown = (key: string) => key.startsWith('-')
export const nameOf = (key: string) => key.replace(/^-/, '')
export const sortBy = (name: string, down: boolean) => (down ? `-${name}` : name)

/** Another field in the place of one, in the same direction. */
export const withField = (sort: readonly string[], at: number, name: string): readonly string[] =>
  sort.map((key, place) => (place === at ? sortBy(name, isDown(key)) : key))
