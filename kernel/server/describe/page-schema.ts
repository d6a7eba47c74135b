// What the page is made from: the objects that this person may see, in their language.

import type { DescribedField, DescribedObject, PageSchema } from '../../schema/described.ts'
import type { Field, Fields } from '../../schema/field.ts'
import { stepFields } from '../../schema/next-step.ts'
import type { Actor } from '../access/actor.ts'
import { isAdministrator } from '../access/administrator.ts'
import { canWrite, may, mayAct, verbs, visibleFields } from '../access/rights.ts'
import type { Seeing } from '../access/visible.ts'
import type { Kernel } from '../kernel.ts'
import { stepsSeen } from '../records/next-step.ts'
import type { Model } from '../tables/model.ts'
import type { SaidOfField } from '../words/labels.ts'
import type { Words } from '../words/words.ts'
import { baseFieldNames } from './custom-fields.ts'
import { contentHash } from './etag.ts'

export function pageSchema(
  { models, locale }: Pick<Kernel, 'models' | 'locale'>,
  actor: Actor,
  words: Words,
  companyName: string,
): PageSchema {
  const { language, zone } = actor.locale
  const objects = models.all
    .filter(model => may(actor, model, 'read'))
    .map(model => describeObject(model, { models, actor }, words))
  const areas = [...new Set(objects.map(({ area }) => area))]
  const described = {
    areas: areas.map(name => ({ name, label: words.areaOf(name, language) })),
    objects,
    person: { id: actor.id, name: actor.name, language, zone, administrator: isAdministrator(actor) },
    company: {
      name: companyName,
      currency: locale.currency,
      country: locale.country,
      language: locale.language,
      zone: locale.zone,
    },
  }
  return { version: contentHash(JSON.stringify(described)), ...described }
}

function describeObject(model: Model, seeing: Pick<Seeing, 'models' | 'actor'>, words: Words): DescribedObject {
  const { actor } = seeing
  const {
    name,
    plural,
    icon,
    face = null,
    area,
    owned,
    title,
    list,
    actions,
    through,
    happened,
    part = false,
    final = [],
    board,
    step,
  } = model.object
  const labels = words.labelsOf(model, actor.locale.language)
  const seen = visibleFields(actor, model)
  const isSeen = (field: string) => seen.includes(field)
  const fields = Object.fromEntries(seen.map(field => [field, asSeen(model, actor, field)]))
  return {
    name,
    plural,
    icon,
    face,
    area,
    owned,
    label: labels.label,
    about: labels.about,
    prompt: labels.prompt,
    title: title.filter(isSeen),
    list: list.filter(isSeen),
    through: through !== undefined && isSeen(through) ? through : null,
    happened: happened !== undefined && isSeen(happened) ? happened : null,
    part,
    form: formOf(model, labels.form, isSeen),
    fields: describeFields(fields, labels.fields),
    verbs: verbs.filter(verb => may(actor, model, verb)),
    actions: Object.entries(actions)
      .filter(([action]) => mayAct(actor, seeing.models, model, action))
      .map(([action, { needs, confirm = false, final, when = {}, tone, input = {} }]) => {
        const said = labels.actions[action]
        return {
          name: action,
          label: said?.label ?? action,
          needs,
          confirm,
          ...(final ? { final } : {}),
          when,
          ...(tone ? { tone } : {}),
          input: describeFields(input, said?.input ?? {}),
        }
      }),
    events: labels.events,
    final,
    alike: model.object.alike !== undefined,
    board: board && [board.by, ...Object.keys(board.where ?? {})].every(isSeen) ? board : null,
    step: step && stepFields(step).every(isSeen) ? step : null,
    steps: stepsSeen(seeing, model).map(([{ object }]) => object),
  }
}

function asSeen(model: Model, actor: Actor, name: string): Field {
  const field = model.fields[name] as Field
  return canWrite(actor, model, name) ? field : { ...field, readonly: true }
}

const describeFields = (fields: Fields, labels: Readonly<Record<string, SaidOfField>>): DescribedField[] =>
  Object.entries(fields).map(([name, field]) => ({
    ...field,
    ...labels[name],
    name,
    label: labels[name]?.label ?? name,
  }))

/** The sections as declared, or everything in one; fields added at run time come last. */
function formOf(
  { object, fields }: Model,
  labels: Readonly<Record<string, string>>,
  isSeen: (name: string) => boolean,
) {
  const declared = Object.entries(object.form ?? {}).map(([section, names]) => ({
    label: labels[section] ?? section,
    fields: names.filter(isSeen),
  }))
  const named = new Set(Object.values(object.form ?? {}).flat())
  const others = Object.entries(fields).filter(
    ([name, field]) => !field.readonly && !named.has(name) && !baseFieldNames.has(name) && isSeen(name),
  )
  const rest = others
    .map(([name]) => name)
    .filter(name => object.form === undefined || !Object.hasOwn(object.fields, name))
  const sections: { label: string | null; fields: string[] }[] = declared.filter(section => section.fields.length > 0)
  return rest.length ? [...sections, { label: null, fields: rest }] : sections
}
