import { address, choice, code, number, phone, ref, tags, text, url } from '#kernel/fields/index.ts'
import { defineObject } from '#kernel/schema/object.ts'

export const company = defineObject('company', {
  label: ['Company', 'Companies'],
  about: 'The firms your people work for, with everybody there and everything you sell them on one page.',
  plural: 'companies',
  icon: 'building',
  face: 'square',
  area: 'sell',
  title: 'name',
  fields: {
    name: text({ required: true, search: true }),
    domain: text({ unique: true, search: true, max: 253, help: 'The part of the address behind www.' }),
    website: url(),
    industry: text({ max: 120, index: true }),
    size: choice({
      '1-10': '1–10',
      '11-50': '11–50',
      '51-200': '51–200',
      '201-1000': '201–1,000',
      '1001+': 'Over 1,000',
    }),
    employees: number({ min: 0 }),
    parent: ref('company', { onDelete: 'clear' }),
    phone: phone(),
    linkedin: url({ label: 'LinkedIn' }),
    currency: code('currency', { help: 'In which you deal with them; empty for your own.' }),
    tags: tags(),
    ...address,
  },
  list: ['name', 'domain', 'industry', 'size'],
  form: {
    Company: ['name', 'domain', 'website', 'phone', 'parent'],
    Profile: ['industry', 'size', 'employees', 'currency', 'linkedin', 'tags'],
    Address: ['street', 'postal_code', 'city', 'region', 'country'],
  },
  alike: {
    rules: {
      domain: { like: { as: 'domain', of: ['domain', 'website'] }, weight: 75, against: 10 },
      name: { like: { as: 'organisation', of: ['name'] }, weight: 78, against: 40 },
      industry: { like: { as: 'text', of: ['industry'] }, weight: 6, against: 6 },
    },
    threshold: 70,
    sure: 95,
  },
})
