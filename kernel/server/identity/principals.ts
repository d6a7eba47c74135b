import type { Database } from '../database/database.ts'
import type { Principal } from '../http/request.ts'
import type { Kernel } from '../kernel.ts'

/** How long another server's revocation may take to bite here. */
const longest = 800
const most = 10_000

interface Entry {
  readonly at: number
  readonly found: Promise<Principal | null>
}

/** Who is behind a token, remembered for less than a second: a page asks for ten things at once. */
export class Principals {
  readonly #entries = new Map<string, Entry>()

  async get(tokenHash: string, now: number, load: () => Promise<Principal | null>): Promise<Principal | null> {
    const known = this.#entries.get(tokenHash)
    if (known && Math.abs(now - known.at) < longest) return known.found
    if (this.#entries.size >= most) this.forget()
    const entry = { at: now, found: load() }
    this.#entries.set(tokenHash, entry)
    const found = await entry.found.catch(error => {
      this.#drop(tokenHash, entry)
      throw error
    })
    if (!found) this.#drop(tokenHash, entry)
    return found
  }

  /** After a change of sessions, keys, people or rights. What is being loaded meanwhile is not kept either. */
  forget() {
    this.#entries.clear()
  }

  #drop(tokenHash: string, entry: Entry) {
    if (this.#entries.get(tokenHash) === entry) this.#entries.delete(tokenHash)
  }
}

const all = new WeakMap<Database, Principals>()

/** The ones of this process. */
export function principalsOf({ database }: Pick<Kernel, 'database'>): Principals {
  const known = all.get(database) ?? new Principals()
  all.set(database, known)
  return known
}
