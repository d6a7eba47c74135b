import { Duplex } from 'node:stream'
import { databaseError } from './database-error.ts'
import type { Engine } from './engine.ts'
import { freshSession, greeting, noEncryption, readStartup } from './messages.ts'
import { Timeouts } from './timeouts.ts'

type Done = (error?: Error | null) => void
const letter = (of: string) => of.charCodeAt(0)
const [QUERY, PARSE, SYNC, FLUSH, TERMINATE] = [letter('Q'), letter('P'), letter('S'), letter('H'), letter('X')]
const [SMALL_S, LARGE_S, IDLE] = [letter('s'), letter('S'), letter('I')]

/** What pg takes for its socket: hands whole messages, up to each Sync, Query or Flush, to the engine. */
export class Wire extends Duplex {
  readonly #engine: Engine
  #unread: Buffer = Buffer.alloc(0)
  #leave: (() => void) | undefined
  #timeouts = new Timeouts({})
  #idleTimer: NodeJS.Timeout | undefined
  #held: (() => void)[] = []

  constructor(engine: Engine) {
    super()
    this.#engine = engine
  }

  // What pg calls on a net.Socket.
  connect() {
    setImmediate(() => this.emit('connect'))
    return this
  }
  setNoDelay() {
    return this
  }
  setKeepAlive() {
    return this
  }
  ref() {
    return this
  }
  unref() {
    return this
  }

  override _read() {
    for (const taken of this.#held.splice(0)) taken()
  }

  override _write(chunk: Buffer, _: unknown, done: Done) {
    this.#receive([chunk]).then(() => done(), done)
  }

  override _writev(chunks: { chunk: Buffer }[], done: Done) {
    this.#receive(chunks.map(({ chunk }) => chunk)).then(() => done(), done)
  }

  override _final(done: Done) {
    this.#leaveSeat()
    this.push(null)
    done()
  }

  override _destroy(error: Error | null, done: Done) {
    this.#leaveSeat()
    this._read()
    done(error)
  }

  async #receive(chunks: Buffer[]) {
    clearTimeout(this.#idleTimer)
    this.#unread = Buffer.concat([this.#unread, ...chunks])
    if (!this.#leave) await this.#start()
    if (!this.#leave) return
    const { request, last } = this.#takeWhole()
    if (request.length) await this.#exchange(request)
    if (last) this.push(null)
  }

  async #start() {
    while (this.#unread.length >= 8 && this.#unread.length >= this.#unread.readInt32BE(0)) {
      const length = this.#unread.readInt32BE(0)
      const startup = readStartup(this.#unread.subarray(0, length))
      this.#unread = this.#unread.subarray(length)
      if (startup.kind === 'encryption') this.push(noEncryption)
      else if (startup.kind === 'session') return await this.#takeSeat(startup.settings)
      // A cancellation: nothing reaches a busy thread, the limit of time ends it.
      else return void this.push(null)
    }
  }

  async #takeSeat(settings: Readonly<Record<string, string | undefined>>) {
    this.#timeouts = new Timeouts(settings)
    const leave = await this.#engine.seat()
    if (this.destroyed) return leave()
    this.#leave = leave
    this.push(greeting)
  }

  /** The next client takes the seat when this one's session is made new; the thread works in order. */
  #leaveSeat() {
    clearTimeout(this.#idleTimer)
    const leave = this.#leave
    this.#leave = undefined
    if (!leave) return
    const ignore = (_: Uint8Array, taken: () => void) => taken()
    this.#engine.ask(Uint8Array.from(freshSession), 5000, ignore).then(leave, leave)
  }

  #takeWhole() {
    const bytes = this.#unread
    let whole = 0
    let last = false
    for (let at = 0; at + 5 <= bytes.length; ) {
      const kind = bytes[at]
      const next = at + 1 + bytes.readInt32BE(at + 1)
      if (next > bytes.length) break
      if (kind === QUERY || kind === PARSE) this.#look(bytes, kind, at + 5, next - 1)
      last ||= kind === TERMINATE
      if (kind === QUERY || kind === SYNC || kind === FLUSH) whole = next
      at = next
    }
    this.#unread = bytes.subarray(whole)
    // A copy of its own: what is posted to the thread takes its whole buffer along.
    return { request: Uint8Array.from(bytes.subarray(0, whole)), last }
  }

  #look(bytes: Buffer, kind: number, from: number, to: number) {
    const start = kind === PARSE ? bytes.indexOf(0, from) + 1 : from
    if (bytes[start] !== SMALL_S && bytes[start] !== LARGE_S) return
    if (to - start < 80) this.#timeouts.follow(bytes.toString('utf8', start, bytes.indexOf(0, start)))
  }

  async #exchange(request: Uint8Array) {
    let status = IDLE
    await this.#engine.ask(request, this.#timeouts.statement, (part, taken) => {
      status = part.at(-1) ?? status
      if (part.length === 0 || this.push(Buffer.from(part.buffer)) || this.destroyed) taken()
      else this.#held.push(taken)
    })
    if (status === IDLE) this.#timeouts.transactionEnded()
    else if (this.#timeouts.idle) this.#idleTimer = setTimeout(() => this.destroy(idleTooLong()), this.#timeouts.idle)
  }
}

const idleTooLong = () => databaseError('25P03', 'terminating connection due to idle-in-transaction timeout')
