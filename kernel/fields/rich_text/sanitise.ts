// On the server only: see setSanitiser.
import sanitizeHtml from 'sanitize-html'

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'blockquote', 'pre', 'ul', 'ol', 'li'],
    ...['a', 'b', 'strong', 'i', 'em', 'u', 's', 'code'],
  ],
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 40,
  transformTags: { a: (tagName, { href }) => ({ tagName, attribs: absolute(href) }) },
}

export const sanitise = (html: string) => sanitizeHtml(html, allowed)

/** A link to a path would point into whichever page shows it, ours or a mail. */
function absolute(href: string | undefined): sanitizeHtml.Attributes {
  if (href === undefined || !/^(https?:\/\/|mailto:|tel:)/i.test(href.trim())) return {}
  return { href: href.trim(), rel: 'noopener noreferrer' }
}
