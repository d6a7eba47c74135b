import { hash, randomBytes } from 'node:crypto'

/** 256 bits: nobody guesses it, so a plain hash keeps it. */
export const newToken = () => randomBytes(32).toString('base64url')

export const hashToken = (token: string) => hash('sha256', token)
