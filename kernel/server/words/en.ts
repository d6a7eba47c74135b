import type { Catalogue } from './words.ts'

/** What is said for each code: what is wrong, and what to do about it. */
export const en = {
  // The answer as a whole
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
  // One field
  required: { message: 'Fill this in.' },
  readonly: { message: 'This cannot be changed here.' },
  'unknown-field': { message: 'There is no such field.' },
  'not-an-object': { message: 'Send an object of fields.' },
  'not-text': { message: 'This must be text.' },
  'nul-character': { message: 'Remove the NUL character.' },
  'broken-characters': { message: 'Some characters are broken; type them again.' },
  'too-deep': { message: 'This is nested more than {max} deep.' },
  'too-long': { message: 'Use at most {max} characters.' },
  'too-short': { message: 'Use at least {min} characters.' },
  'not-an-email': { message: 'Write an address such as name@example.com.' },
  'not-a-phone': { message: 'This is no phone number; write it with + and the country code.' },
  'phone-extension': { message: 'Leave out extension {extension}; note it elsewhere.' },
  'not-a-url': { message: 'Write an address such as https://example.com.' },
  'not-http': { message: 'Only http and https addresses are possible.' },
  'url-with-password': { message: 'Remove the user name and password from the address.' },
  'not-a-number': { message: 'Write a number.' },
  'too-many-decimals': { message: 'Use at most {decimals} decimals.' },
  'too-small': { message: '{min} is the least.' },
  'too-large': { message: '{max} is the most.' },
  'not-an-amount': { message: 'Write an amount with at most four decimals.' },
  'rates.feed-answered': { message: 'The feed of exchange rates answered {status}.', action: 'Look at RATES_URL.' },
  'rates.feed-unreadable': {
    message: 'What the feed of exchange rates sent holds no rates.',
    action: 'Look at RATES_URL.',
  },
  'rates.feed-without-own': {
    message: 'The feed of exchange rates does not know {currency}, the currency of the company.',
    action: 'Enter rates by hand.',
  },
  'not-a-foreign-currency': {
    message: 'This is not a currency other than that of the company.',
    action: 'Write its three letters, such as EUR.',
  },
  'not-a-currency': { message: 'Use a currency code such as EUR.' },
  'not-a-date': { message: 'Write a real day as YYYY-MM-DD.' },
  'not-a-moment': { message: 'Write a date, a time and an offset, such as 2026-11-20T14:30:00+01:00.' },
  'not-a-period': { message: 'Choose a period such as this_week, or the last 1 to 1000 days.' },
  'not-yes-or-no': { message: 'Answer yes or no (true or false).' },
  'not-a-choice': { message: 'Choose one of: {allowed}.' },
  'not-a-list': { message: 'Send a list.' },
  'too-many': { message: 'At most {max} are possible.' },
  'not-an-id': { message: 'This is not the id of a record.' },
  'not-a-link': { message: 'Each link needs an id.' },
  'not-a-role': { message: 'Choose a role from: {allowed}.' },
  'not-about-that': { message: 'It can be about: {allowed}.' },
  'operator-not-possible': { message: 'This field cannot be compared by “{operator}”.' },
  'not-unique': { message: 'Another record has this already.', action: 'Open that one, or write something else.' },
  'ref-missing': { message: 'There is no such record, or you may not see it.', action: 'Choose another.' },
  'changed-since': { message: 'This was changed after you read it.' },
  // What a list or a filter asks for
  'unknown-parameter': { message: 'There is no such parameter.' },
  'unknown-column': { message: 'There is no field called “{name}”.' },
  'not-includable': { message: '“{name}” leads to no other record.', action: 'Name a field that is a link.' },
  'limit.out-of-range': { message: 'Ask for {min} to {max} at once.', action: 'Follow “next” for more.' },
  'cursor.invalid': {
    message: 'This is not where a page of this list ended.',
    action: 'Take “next” from the page before, with the same sort.',
  },
  'sort.too-many': { message: 'Sort by at most {max} fields.' },
  'sort.unknown-field': {
    message: 'This list cannot be sorted by that.',
    action: 'Look up the fields of sort in /api/reference.',
  },
  'totals.unknown-field': {
    message: '“{name}” cannot be grouped by, or added up.',
    action: 'Group by a choice, a link, a yes-or-no or a date; add up numbers and money.',
  },
  'choose.nothing': { message: 'Say which records: by ids, or by a filter as where.' },
  'choose.too-many': { message: 'This means more than {max} records.', action: 'Narrow the filter.' },
  'filter.not-an-object': { message: 'A filter is an object, such as {"status": "open"}.' },
  'filter.group-not-a-list': { message: '“{group}” takes a list of filters.' },
  'filter.too-deep': { message: 'The filter is nested more than {max} deep.', action: 'Make it flatter.' },
  'filter.too-long': {
    message: 'The filter has more than {max} conditions.',
    action: 'Use “in” for many values of one field.',
  },
  'filter.unknown-field': { message: 'There is no such field.', action: 'Look up the fields in /api/reference.' },
  'filter.unknown-operator': {
    message: 'This field cannot be compared by “{operator}”.',
    action: 'Use one of: {operators}.',
  },
  'filter.not-a-path': { message: 'This leads to no record that you may see.', action: 'Go through a link.' },
  'filter.path-too-long': { message: 'A path goes through at most three links.' },
  'filter.unknown-object': { message: 'There is no such kind of record, or you may not see it.' },
  'filter.not-related': {
    message: 'No field of {other} points here by that name.',
    action: 'Leave out “by”, or name the field that does.',
  },
  'filter.count-bounds': { message: 'Say how many: is, gte or lte, from 0 to 1,000,000.' },
  // People and roles
  'user.self': { message: 'You cannot deactivate yourself.', action: 'Ask somebody else who may.' },
  'view.not-your-team': {
    message: 'Only who is in a team says what it finds first.',
    action: 'Choose a team that you are in, or ask whoever runs Rapport.',
  },
  'role.not-yours': { message: 'Only who may do everything hands out rights.', action: 'Ask whoever runs Rapport.' },
  // Files
  'file.too-large': { message: 'The file is larger than {max} bytes.', action: 'Make it smaller.' },
  'file.type-not-accepted': {
    message: 'A file of the type {type} is not accepted here.',
    action: 'Use one of: {accept}.',
  },
  'file.lost': {
    message: 'The content of this file is gone.',
    action: 'Tell your administrator: a backup may have it.',
  },
  'file.store-unknown': {
    message: 'Files cannot be kept at {scheme}.',
    action: 'Use a FILES_URL such as file:///var/lib/rapport/files.',
  },
  'file.link-wrong': { message: 'This link is not one of ours.', action: 'Open the file from its record.' },
  'file.link-expired': { message: 'This link has expired.', action: 'Open the file from its record.' },
  'token.invalid': { message: 'This link is not valid.', action: 'Ask for a new one.' },
  'token.expired': { message: 'This link has expired.', action: 'Ask for a new one.' },
  // Mail
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
  // Requests to other servers
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
  // What an administrator meets
  'database.in-use': {
    message: 'Another Rapport (process {pid}) is using this database.',
    action: 'Stop it, or use the one that runs at {url}.',
  },
  'database.too-old': { message: 'This PostgreSQL is version {version}.', action: 'Rapport needs {least} or newer.' },
  'database.busy': {
    message: 'There is more to do than the database can take at once.',
    action: 'Try again in a moment.',
  },
  'database.unreachable': {
    message: 'The database cannot be reached ({reason}).',
    action: 'Check DATABASE_URL and that the server runs.',
  },
  'schema.reviewed': {
    message: 'The database does not fit this version: {changes}.',
    action: 'Put the change into a file in db/migrations, then run rapport migrate.',
  },
  'secret.other-key': {
    message: 'This secret was encrypted with another key ({wanted}).',
    action: 'Set SECRET_KEY to the key that was used before.',
  },
  'secret.damaged': { message: 'This secret is damaged and cannot be read.', action: 'Enter it again.' },

  // Undo, restore and files
  'restore.parent-in-trash': { message: 'What this belongs to is in the trash.', action: 'Bring that back first.' },
  twice: { message: 'The same record is named twice.', action: 'Name each once.' },
  'filter.which-link': { message: 'Two fields point here: {one} and {other}.', action: 'Say which as “by”.' },
  'undo.not-yours': { message: 'Somebody else did this.', action: 'Ask them, or whoever runs Rapport, to undo it.' },
  'undo.unknown-object': { message: 'This kind of record is no longer known.' },
  'undo.purged': { message: 'The record was deleted for good.' },
  'undo.gone': { message: 'The record is no longer there.' },
  'undo.changed-since': { message: 'The record was changed since; it stays as it is.' },
  'file.not-multipart': { message: 'Send the file as multipart/form-data.' },
  'file.range': { message: 'This part of the file does not exist.', action: 'Ask for one within its size.' },

  // Signing in, and who may
  'sign-in.failed': { message: 'E-mail and password do not fit.', action: 'Check both, or ask for a new password.' },
  'too-many-tries': { message: 'Too many tries.', action: 'Wait {seconds} seconds.' },
  'server.busy': { message: 'Too many people are signing in at once.', action: 'Try again in {seconds} seconds.' },
  'session-needed': { message: 'An API key cannot do this.', action: 'Sign in with your password.' },
  'sign-up-closed': { message: 'New people come by invitation only.', action: 'Ask somebody here to invite you.' },
  'setup.done': { message: 'This Rapport has its owner already.', action: 'Sign in.' },
  'link.invalid': { message: 'This link was used already, or has expired.', action: 'Ask for a new one.' },
  'password.too-short': { message: 'Use at least {min} characters.' },
  'password.is-email': { message: 'Choose something else than your e-mail address.' },
  'password.too-common': {
    message: 'This password is guessed first.',
    action: 'Choose a longer one, such as three words.',
  },
  'password.wrong': { message: 'This is not your password.' },
  'invitation.already-user': {
    message: 'Somebody with this address is here already.',
    action: 'Look for them among the users.',
  },
  'key.invalid': {
    message: 'This API key is not valid: unknown, expired or revoked.',
    action: 'Make a new one on your profile.',
  },
  'key.expires-in-past': { message: 'Choose a moment in the future.' },
  'key.too-many': { message: 'You have {max} keys already.', action: 'Revoke one that is not used.' },
  'key.unknown-scope': {
    message: 'There is no scope “{scope}”.',
    action: 'Write an object and a verb, such as contact:read.',
  },
  'key.scope-beyond': { message: 'You may not do “{scope}” yourself.', action: 'Leave it out.' },
  'picture.unreadable': {
    message: 'This is no picture that can be read.',
    action: 'Save it anew as PNG, JPEG or WebP.',
  },
  'picture.too-wide': {
    message: 'A picture has at most {max} pixels on each side; this one has {width} by {height}.',
    action: 'Make it smaller.',
  },
  'role.unknown': { message: 'There is no role “{name}”.', action: 'Look them up among the roles.' },
  'unknown-zone': { message: 'This time zone is not known.', action: 'Write a name such as Europe/Paris.' },
  'user.above-you': { message: 'This person may do more than you.', action: 'Ask somebody who may do everything.' },
  'user.email-not-yours': {
    message: 'Only somebody who may do everything changes another’s e-mail address.',
    action: 'Ask them.',
  },
  'user.last-administrator': {
    message: 'This is the last one who may do everything.',
    action: 'Give somebody else that role first.',
  },
  'user.unknown': { message: 'Nobody here has the address {email}.', action: 'Check how it is written.' },

  // Fields added at run time
  'custom.name': {
    message: 'A name is c_ and then lower-case letters, digits and _.',
    action: 'Write one such as c_region.',
  },
  'custom.taken': { message: 'This object has a field of that name already, or had one.', action: 'Choose another.' },
  'custom.fixed': { message: 'This cannot be changed once the field is there.', action: 'Add another field instead.' },
  'custom.unknown-object': { message: 'There is no such object.', action: 'Write its name, such as contact.' },
  'custom.too-many': {
    message: 'This object has {max} custom fields, which is the most.',
    action: 'Remove one that is not used.',
  },
  'custom.options-missing': { message: 'A choice needs options.', action: 'Write one a line, as key: label.' },
  'custom.option-key': { message: 'The key of an option is 1 to 64 letters, digits, - and _.' },

  // Imports and exports
  'transfer.nobody': {
    message: 'Whoever began this may no longer do it.',
    action: 'Let somebody who may begin it again.',
  },
  'import.done': { message: 'The import is done: {created} created, {updated} updated, {failed} with problems.' },
  'import.empty': { message: 'The file is empty.', action: 'Choose another.' },
  'import.no-rows': { message: 'The file has headings, but no rows.', action: 'Choose another.' },
  'import.not-text': { message: 'This is no table in text form, but {type}.', action: 'Save it as CSV.' },
  'import.spreadsheet': { message: 'This is a workbook.', action: 'Save the sheet as CSV.' },
  'import.quote-open': {
    message: 'A quotation mark in row {row} is never closed.',
    action: 'Close it, and send the file again.',
  },
  'import.too-many-columns': { message: 'The file has more than {max} columns.', action: 'Remove some.' },
  'import.too-many-cells': {
    message: 'This row has {count} cells, the headings {columns}.',
    action: 'Check delimiters and quotation marks.',
  },
  'import.no-columns': { message: 'No column goes anywhere.', action: 'Assign at least one to a field.' },
  'import.no-such-column': { message: 'The file has no such column.' },
  'import.column-twice': { message: 'The column “{column}” is assigned twice.' },
  'import.field-twice': { message: 'The field “{field}” is filled from two columns.', action: 'Keep one.' },
  'import.not-writable': { message: 'This is no field of {object} that you may write.', action: 'Choose another.' },
  'import.not-a-match': { message: 'Links are found by one of: {allowed}.' },
  'import.cannot-create': {
    message: 'Records that are missing cannot be created here.',
    action: 'Leave them out, or refuse the row.',
  },
  'import.not-a-key': { message: 'Records are recognised by one of: {allowed}.' },
  'import.key-without-column': {
    message: 'Records are recognised by “{field}”, but no column fills it.',
    action: 'Assign one.',
  },
  'import.required-without-column': {
    message: '“{field}” is required, but no column fills it.',
    action: 'Assign one.',
  },
  'import.no-key': {
    message: 'This row does not say which record it means.',
    action: 'Fill in what records are recognised by.',
  },
  'import.no-match': { message: 'No record fits this row.', action: 'Correct it, or let the import create records.' },
  'import.not-yours': { message: 'You may not change the record that this row means.' },
  'import.twin': { message: 'Row {row} means the same record.', action: 'Keep one of them.' },
  'import.ambiguous': { message: '“{text}” fits {count} records.', action: 'Write something that only one has.' },
  'import.not-found': { message: '“{text}” fits no record.', action: 'Correct it, or let the import create it.' },
  'import.not-created': {
    message: '“{text}” could not be created as {object} ({reason}).',
    action: 'Create it by hand first.',
  },
  'import.database-refused': { message: 'The database refused this row.', action: 'Check it, and send it again.' },
  'import.gave-up': {
    message: 'The import stopped at row {row} again and again.',
    action: 'Look at that row, then go on.',
  },
  'import.nothing-to-mend': { message: 'No row of this import was refused.' },
  'import.not-now': { message: 'This cannot be done while the import is “{status}”.' },

  // Many at once
  'duplicates.not-declared': { message: 'Records of this kind are not compared.' },
  'duplicates.running': { message: 'This is being done already.', action: 'Wait until it is over, or stop it.' },
  'duplicates.itself': { message: 'A record cannot be merged into itself.', action: 'Name the others.' },
  'duplicates.not-among': { message: 'This is none of the records that are merged.', action: 'Choose one of them.' },
  'duplicates.at-least-two': { message: 'Two records at least.', action: 'Name each of them.' },
  'duplicates.sure-below': { message: 'To merge without looking takes at least {min}.', action: 'Raise it.' },
  'duplicates.never-reached': {
    message: 'All weights together stay below the threshold.',
    action: 'Lower the threshold, or raise a weight.',
  },
  'bulk.done': { message: 'It is done: {changed} changed, {refused} refused.' },
  'bulk.gave-up': { message: 'It stopped at the same record again and again.', action: 'Try fewer records.' },
  'bulk.not-now': { message: 'This is over already.' },

  // Notifications
  'notice.assigned': { message: '{who} made this yours.' },
  'notice.assigned-many': { message: '{who} made {count} records yours.' },
  'notice.changed': { message: '{who} changed this.' },
  'notice.deleted': { message: '{who} removed this.' },
  'notice.restored': { message: '{who} restored this.' },
  'notice.it': { message: 'this' },
  'notice.event': { message: '{told}.' },
  'notice.written': { message: '{who} wrote about this: {what}.' },
  'notice.followed-many': { message: '{who} did something with {count} records that you follow.' },

  // The first hour
  'first-step.invite': { message: 'Invite a colleague', action: 'A mail takes them in; you say what they may see.' },
  'first-step.mail': {
    message: 'Set up mail',
    action: 'Until MAIL_URL is set where the server runs, mail waits in the outbox.',
  },

  // Backups
  'backup.not-empty': { message: 'The folder {folder} is not empty.', action: 'Choose another.' },
  'backup.no-manifest': { message: 'There is no backup in {folder}.', action: 'Check the path.' },
  'backup.database-not-empty': {
    message: 'The database holds something already.',
    action: 'Restore into an empty one.',
  },
  'backup.file-damaged': { message: 'The file {file} of the backup is damaged.', action: 'Use another backup.' },
  'backup.other-key': {
    message: 'The backup was made with another key ({wanted}).',
    action: 'Set SECRET_KEY to that one.',
  },
  'setup.needed': { message: 'This Rapport has no owner yet.', action: 'Open it in the browser, and say who you are.' },
} as const satisfies Catalogue
