import pg from 'pg'
import { Hearers } from './hearers.ts'

const firstPause = 100
const longestPause = 5000
const defaults = { beat: 15_000, patience: 10_000 }

/** One connection that only listens, for all channels; it comes back by itself. */
export class Listener {
  readonly #config: pg.ClientConfig
  readonly #hearers: Hearers
  #client: Promise<pg.Client> | undefined
  #retry: NodeJS.Timeout | undefined
  readonly #beat: number
  #last: Promise<unknown> = Promise.resolve()
  #closed = false

  constructor(config: pg.ClientConfig, report: (error: Error) => void, { beat, patience } = defaults) {
    this.#hearers = new Hearers(report)
    this.#config = { ...config, keepAlive: true, query_timeout: patience }
    this.#beat = beat
  }

  async listen(channel: string, hear: (payload: string) => void) {
    this.#hearers.add(channel, hear)
    try {
      await this.#say(await this.#connected(), `listen ${pg.escapeIdentifier(channel)}`)
    } catch (error) {
      this.#hearers.remove(channel, hear)
      throw error
    }
    return async () => {
      if (this.#hearers.remove(channel, hear)) await this.#unlisten(channel)
    }
  }

  async close() {
    this.#closed = true
    clearTimeout(this.#retry)
    const client = await this.#client?.catch(() => undefined)
    await client?.end()
  }

  #connected() {
    this.#client ??= this.#connect()
    return this.#client
  }

  async #connect() {
    const client = new pg.Client(this.#config)
    client.on('error', () => {})
    client.on('notification', ({ channel, payload }) => this.#hearers.tell(channel, payload))
    try {
      await client.connect()
      for (const channel of this.#hearers.channels) await client.query(`listen ${pg.escapeIdentifier(channel)}`)
    } catch (error) {
      this.#client = undefined
      await client.end().catch(() => {})
      throw error
    }
    this.#watch(client)
    return client
  }

  /** A connection can die without a word: a query now and then finds out. */
  #watch(client: pg.Client) {
    let over = false
    const lost = () => {
      if (over) return
      over = true
      clearTimeout(timer)
      this.#client = undefined
      client.end().catch(() => {})
      if (!this.#closed) this.#comeBack(firstPause)
    }
    const beat = () => setTimeout(() => this.#say(client, 'select 1').then(again, lost), this.#beat).unref()
    const again = () => {
      if (!over) timer = beat()
    }
    let timer = beat()
    client.once('end', lost)
  }

  #comeBack(pause: number) {
    this.#retry = setTimeout(() => {
      this.#connected().then(
        () => this.#hearers.tellAll(),
        () => this.#closed || this.#comeBack(Math.min(pause * 2, longestPause)),
      )
    }, pause)
  }

  async #unlisten(channel: string) {
    const client = await this.#client?.catch(() => undefined)
    if (client) await this.#say(client, `unlisten ${pg.escapeIdentifier(channel)}`).catch(() => {})
  }

  /** One after the other, as a client wants it. */
  #say(client: pg.Client, text: string) {
    const said = this.#last.then(() => client.query(text))
    this.#last = said.catch(() => {})
    return said
  }
}
