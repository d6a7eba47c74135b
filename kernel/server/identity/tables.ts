import { column, defineTable, type TableRow } from '../tables/define-table.ts'
import { signIns } from './sign-ins.ts'

const moment = 'timestamp(3) with time zone'
const ofUser = { references: { table: 'users', onDelete: 'cascade' } } as const

export const credentials = defineTable('credentials', {
  primary: ['user_id'],
  columns: {
    user_id: column<string>('uuid', ofUser),
    hash: column<string>('text'),
    changed_at: column<string>(moment),
  },
})

// Every secret that somebody holds stands here as its hash only: who reads the database signs in as nobody.

export const sessions = defineTable('sessions', {
  primary: ['id'],
  columns: {
    id: column<string>('uuid'),
    token_hash: column<string>('text'),
    user_id: column<string>('uuid', ofUser),
    created_at: column<string>(moment),
    seen_at: column<string>(moment),
    expires_at: column<string>(moment),
    ip: column<string>('text'),
    user_agent: column<string>('text'),
  },
  indexes: [{ on: ['token_hash'], unique: true }, { on: ['user_id'] }, { on: ['expires_at'] }],
})

/** Browsers from which somebody signed in before: the failures of others do not hold them up. */
export const devices = defineTable('devices', {
  primary: ['token_hash', 'user_id'],
  columns: {
    token_hash: column<string>('text'),
    user_id: column<string>('uuid', ofUser),
    seen_at: column<string>(moment),
  },
  indexes: [{ on: ['user_id'] }],
})

export const apiKeys = defineTable('api_keys', {
  primary: ['id'],
  columns: {
    id: column<string>('uuid'),
    token_hash: column<string>('text'),
    prefix: column<string>('text'),
    name: column<string>('text'),
    user_id: column<string>('uuid', ofUser),
    scopes: column<string[]>('text[]'),
    created_at: column<string>(moment),
    expires_at: column<string | null>(moment, { null: true }),
    last_used_at: column<string | null>(moment, { null: true }),
    revoked_at: column<string | null>(moment, { null: true }),
  },
  indexes: [{ on: ['token_hash'], unique: true }, { on: ['user_id'] }],
})

export const invitations = defineTable('invitations', {
  primary: ['id'],
  columns: {
    id: column<string>('uuid'),
    token_hash: column<string>('text'),
    email: column<string>('text'),
    roles: column<string[]>('uuid[]'),
    teams: column<string[]>('uuid[]'),
    /** Nobody where a person asked to sign up. */
    invited_by: column<string | null>('uuid', { null: true, references: { table: 'users', onDelete: 'cascade' } }),
    created_at: column<string>(moment),
    expires_at: column<string>(moment),
    accepted_at: column<string | null>(moment, { null: true }),
    revoked_at: column<string | null>(moment, { null: true }),
  },
  indexes: [{ on: ['token_hash'], unique: true }, { on: ['email'] }, { on: ['invited_by'] }],
})

export const passwordResets = defineTable('password_resets', {
  primary: ['id'],
  columns: {
    id: column<string>('uuid'),
    token_hash: column<string>('text'),
    user_id: column<string>('uuid', ofUser),
    created_at: column<string>(moment),
    expires_at: column<string>(moment),
    used_at: column<string | null>(moment, { null: true }),
  },
  indexes: [{ on: ['token_hash'], unique: true }, { on: ['user_id'] }],
})

/** How often something failed, by address, account or device; any server sees it. */
export const throttles = defineTable('throttles', {
  primary: ['key'],
  columns: {
    key: column<string>('text'),
    failures: column<number>('integer'),
    blocked_until: column<string>(moment),
    seen_at: column<string>(moment),
  },
  indexes: [{ on: ['seen_at'] }],
})

export const identityTables = [
  credentials,
  sessions,
  devices,
  apiKeys,
  invitations,
  passwordResets,
  throttles,
  signIns,
] as const

declare module '../database/database.ts' {
  interface Tables {
    credentials: TableRow<typeof credentials>
    sessions: TableRow<typeof sessions>
    devices: TableRow<typeof devices>
    api_keys: TableRow<typeof apiKeys>
    invitations: TableRow<typeof invitations>
    password_resets: TableRow<typeof passwordResets>
    throttles: TableRow<typeof throttles>
  }
}
