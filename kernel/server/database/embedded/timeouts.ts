// PGlite ignores statement_timeout and idle_in_transaction_session_timeout. The bridge keeps both, and
// follows `set [local] statement_timeout` as PostgreSQL would, so that a long step is allowed the same way
// on both engines.

const setting =
  /^\s*set\s+(local\s+|session\s+)?statement_timeout\s*(?:=|\sto\s)\s*'?(?:(\d+)\s*(ms|s|min|h)?|default)'?\s*;?\s*$/i
const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 }

export class Timeouts {
  readonly idle: number
  readonly #default: number
  #session: number
  #local: number | undefined

  constructor(settings: Readonly<Record<string, string | undefined>>) {
    this.#default = Number(settings.statement_timeout ?? 0)
    this.#session = this.#default
    this.idle = Number(settings.idle_in_transaction_session_timeout ?? 0)
  }

  get statement() {
    return this.#local ?? this.#session
  }

  /** A statement on its way to the session: the text of a Query or Parse message. */
  follow(text: string) {
    const found = setting.exec(text)
    if (!found) return
    const [, scope = '', amount, unit = 'ms'] = found
    const limit = amount === undefined ? this.#default : Number(amount) * (units[unit.toLowerCase()] ?? 1)
    if (/local/i.test(scope)) this.#local = limit
    else this.#session = limit
  }

  transactionEnded() {
    this.#local = undefined
  }
}
