import type { Catalogue } from '../words.ts'

/** What the answer says as a whole: what is wrong, and what to do about it. */
export const en = {
  broken: {
    message: 'Something went wrong on our side.',
    action: 'Try again; if it stays, give your administrator the number of the request.',
  },
  invalid: {
    message: 'Something in what you sent is not right.',
    action: 'Correct what is named under “fields” and send it again.',
  },
  missing: { message: 'There is no such record, or you may not see it.', action: 'Look for it in the list.' },
  conflict: {
    message: 'Somebody changed this after you read it.',
    action: 'Read it again, look at what changed ({fields}), and repeat your change.',
  },
  forbidden: { message: 'You do not have the right to do this.', action: 'Ask whoever runs Rapport for it.' },
  'outside-scope': {
    message: 'You may only create what will be yours, or your team’s.',
    action: 'Choose an owner within your reach.',
  },
  'sign-in-needed': { message: 'Nobody is signed in.', action: 'Sign in, or send an API key.' },
  'origin-refused': {
    message: 'This request comes from another site.',
    action: 'Send it from Rapport’s own page, or with an API key.',
  },
  'no-such-address': { message: 'There is nothing at this address.', action: 'Look it up in /api/reference.' },
  'unknown-object': {
    message: 'There is no kind of record called “{plural}”.',
    action: 'Look up the names in /api/reference.',
  },
  'missing-action': {
    message: 'There is no action called “{action}”.',
    action: 'Look up what can be done in /api/reference.',
  },
  'in-use': { message: 'This is still in use elsewhere ({by}).', action: 'Change or remove what uses it first.' },
  'number-too-large': { message: 'A number is too large to be kept.', action: 'Write a smaller one.' },
  'bad-request': { message: 'The request cannot be read.', action: 'Check it against /api/reference.' },
  'broken-json': { message: 'This is not valid JSON.', action: 'Check quotes, commas and brackets.' },
  'empty-body': { message: 'The body is empty.', action: 'Send JSON, or leave out the header content-type.' },
  'body-too-large': { message: 'The body is too large.', action: 'Send it in several parts.' },
  'unknown-content-type': { message: 'This type of content is not understood here.', action: 'Send application/json.' },
  'idempotency.in-progress': {
    message: 'A request with this Idempotency-Key is being worked on.',
    action: 'Wait a moment and repeat it.',
  },
  'idempotency.other-body': {
    message: 'This Idempotency-Key was used for another body.',
    action: 'Use a new key for each new request.',
  },
  'idempotency.invalid': { message: 'An Idempotency-Key is 1 to 255 visible ASCII characters.' },
  'if-match.invalid': { message: 'If-Match takes the ETag of the record, such as "7".' },
} as const satisfies Catalogue
