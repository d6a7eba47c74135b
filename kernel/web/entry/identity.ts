// What identity is asked before anyone is in.

import { queryOptions } from '@tanstack/react-query'
import { request } from '../request.ts'
import type { Given } from './EntryForm.tsx'

/** The server knows more of what makes a password good; this much is said in advance. */
export const passwordLength = 10

export const isSetUpNeeded = async () =>
  ((await request({ path: '/api/setup' })) as { readonly needed: boolean }).needed

const post = (path: string, body: unknown) => request({ method: 'POST', path, body })

export const setUp = (given: Given) => post('/api/setup', given)
export const signIn = (given: Given) => post('/api/sign-in', given)
export const signOut = () => post('/api/sign-out', {})
export const askToSignUp = (email: string) => post('/api/sign-up', { email })
export const acceptInvitation = (token: string, given: Given) => post('/api/invitations/accept', { token, ...given })
export const askForReset = (email: string) => post('/api/password-resets', { email })
export const setPassword = (token: string, password: string) => post('/api/password-resets/use', { token, password })

/** Whom the link of a mail is for; a link that no longer holds is refused before anybody types. */
export const linkQuery = (kind: 'invitations' | 'password-resets', token: string) =>
  queryOptions({
    queryKey: ['link', kind, token],
    queryFn: async () => (await post(`/api/${kind}/find`, { token })) as { readonly email: string },
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
