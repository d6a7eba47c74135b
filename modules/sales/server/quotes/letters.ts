// The mail by which a quote arrives, in the quote's language.

interface Sending {
  readonly number: string
  readonly title: string
  readonly company: string
  readonly by: string
  readonly person: string | null
  readonly message: string | null
  readonly link: string
  /** A day, as it is written in the language. */
  readonly until: string | null
}

interface Letter {
  readonly subject: string
  readonly text: string
}

const en = ({ number, title, company, by, person, message, link, until }: Sending): Letter => ({
  subject: `Quote ${number}: ${title}`,
  text: joined(
    person ? `Hello ${person},` : 'Hello,',
    message ?? `here is our quote “${title}”.`,
    `Read it, download it and accept it here:\n\n${link}`,
    until && `It is valid until ${until}.`,
    `${by}\n${company}`,
  ),
})

const fr = ({ number, title, company, by, person, message, link, until }: Sending): Letter => ({
  subject: `Devis ${number} : ${title}`,
  text: joined(
    person ? `Bonjour ${person},` : 'Bonjour,',
    message ?? `voici notre devis « ${title} ».`,
    `Lisez-le, téléchargez-le et acceptez-le ici :\n\n${link}`,
    until && `Il est valable jusqu’au ${until}.`,
    `${by}\n${company}`,
  ),
})

const joined = (...parts: (string | null)[]) => parts.filter(part => part).join('\n\n')

export const letterIn = (language: 'en' | 'fr', sending: Sending): Letter =>
  ({ en, fr })[language]({ ...sending, title: inOneLine(sending.title) })

/** What breaks a line would end the subject: such a mail goes nowhere. */
const inOneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
