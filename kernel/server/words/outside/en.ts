import type { Catalogue } from '../words.ts'

/** Mail, and what other servers answer. */
export const en = {
  'rates.feed-answered': { message: 'The feed of exchange rates answered {status}.', action: 'Look at RATES_URL.' },
  'rates.feed-unreadable': {
    message: 'What the feed of exchange rates sent holds no rates.',
    action: 'Look at RATES_URL.',
  },
  'rates.feed-without-own': {
    message: 'The feed of exchange rates does not know {currency}, the currency of the company.',
    action: 'Enter rates by hand.',
  },
  'mail.no-recipient': { message: 'The message has nobody to go to.', action: 'Name a recipient.' },
  'mail.no-text': { message: 'The message has no text.', action: 'Write one.' },
  'mail.not-an-address': {
    message: 'One of the addresses is no e-mail address.',
    action: 'Write it as name@example.com.',
  },
  'mail.line-break': { message: 'The header {header} holds a line break.', action: 'Write it in one line.' },
  'mail.header-not-free': { message: 'The header {header} is set by Rapport.', action: 'Leave it out.' },
  'mail.sign-in-failed': {
    message: 'The mail server refuses our sign-in.',
    action: 'Check user and password in MAIL_URL.',
  },
  'mail.recipient-refused': {
    message: 'The mail server refuses this recipient ({reply}).',
    action: 'Check the address.',
  },
  'mail.message-refused': {
    message: 'The mail server refuses this message ({reply}).',
    action: 'Ask whoever runs the mail server why.',
  },
  'mail.not-now': {
    message: 'The mail server does not take mail at the moment ({reply}).',
    action: 'It is tried again by itself.',
  },
  'mail.unreachable': {
    message: 'The mail server cannot be reached ({reason}).',
    action: 'Check host and port in MAIL_URL.',
  },
  'fetch.not-an-address': { message: 'This is no web address.', action: 'Write one such as https://example.com.' },
  'fetch.not-the-web': { message: 'Only http and https addresses are possible.' },
  'fetch.password-in-address': { message: 'Remove the user name and password from the address.' },
  'fetch.closed-address': {
    message: '{host} lies inside the network and is not called.',
    action: 'Use an address that everybody can reach.',
  },
  'fetch.closed-port': { message: 'Port {port} is not called.', action: 'Use the ports of the web.' },
  'fetch.too-many-redirects': {
    message: 'The address redirects more than {max} times.',
    action: 'Use the address where it ends.',
  },
  'fetch.too-slow': { message: 'No answer came within {seconds} seconds.', action: 'Try again later.' },
  'fetch.too-large': { message: 'The answer is larger than {max} bytes.', action: 'Use a smaller resource.' },
  'fetch.unknown-packing': {
    message: 'The answer is packed in a way that is not understood.',
    action: 'Let the other server send gzip, br, or nothing of the kind.',
  },
  'fetch.bad-header': { message: 'A header holds characters that are not possible.', action: 'Use visible ASCII.' },
  'fetch.unreachable': {
    message: 'The other server cannot be reached ({reason}).',
    action: 'Check the address, or try again later.',
  },
} as const satisfies Catalogue
