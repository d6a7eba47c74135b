// What somebody who sells looks at, ready made. Each number opens the records that it counts.

import type { ReadyTile } from '#kernel/schema/tile.ts'

const active = { status: 'open' }
const closed = { status: { in: ['won', 'lost'] } }
const small = { width: 3, height: 2 } as const
const wide = { width: 6, height: 5 } as const
const third = { width: 4, height: 4 } as const
const full = { width: 12, height: 4 } as const
const month = { last: '30 days' }

export const tiles: readonly ReadyTile[] = [
  {
    id: 'contacts',
    title: { en: 'Contacts', fr: 'Contacts' },
    kind: 'number',
    chart: { object: 'contact', where: { status: { not: 'archived' } } },
    ...small,
  },
  {
    id: 'new-contacts',
    title: { en: 'New contacts this month', fr: 'Nouveaux contacts ce mois-ci' },
    kind: 'number',
    chart: { object: 'contact', period: { field: 'created_at', during: 'this_month' }, compare: 'to_date' },
    ...small,
  },
  {
    id: 'companies',
    title: { en: 'Companies', fr: 'Entreprises' },
    kind: 'number',
    chart: { object: 'company' },
    ...small,
  },
  {
    id: 'overdue',
    title: { en: 'Tasks overdue', fr: 'Tâches en retard' },
    kind: 'number',
    chart: {
      object: 'task',
      where: {
        all: [
          { status: 'open' },
          { due_date: { during: { last: '1000 days' } } },
          { not: { due_date: { during: 'today' } } },
        ],
      },
    },
    ...small,
  },
  {
    id: 'active-deals',
    title: { en: 'Active deals', fr: 'Affaires en cours' },
    kind: 'number',
    chart: { object: 'deal', where: active },
    ...small,
  },
  {
    id: 'pipeline-value',
    title: { en: 'Pipeline value', fr: 'Valeur du pipeline' },
    kind: 'number',
    chart: { object: 'deal', where: active, measure: { sum: 'value' } },
    ...small,
  },
  {
    id: 'average-size',
    title: { en: 'Average size of a won deal', fr: 'Taille moyenne d’une affaire gagnée' },
    kind: 'number',
    chart: {
      object: 'deal',
      where: { status: 'won' },
      measure: { average: 'value' },
      period: { field: 'closed_on', during: { last: '90 days' } },
      compare: 'before',
    },
    ...small,
  },
  {
    id: 'win-rate',
    title: { en: 'Win rate', fr: 'Taux de réussite' },
    kind: 'number',
    chart: {
      object: 'deal',
      where: closed,
      measure: { share: { status: 'won' } },
      period: { field: 'closed_on', during: { last: '90 days' } },
      compare: 'before',
    },
    ...small,
  },
  {
    id: 'funnel',
    title: { en: 'Open deals by stage', fr: 'Affaires en cours par étape' },
    kind: 'funnel',
    chart: { object: 'deal', where: active, by: ['stage'] },
    ...wide,
  },
  {
    id: 'won',
    title: { en: 'Won by month', fr: 'Gagné par mois' },
    kind: 'bar',
    chart: {
      object: 'deal',
      where: { status: 'won' },
      measure: { sum: 'value' },
      by: ['closed_on:month'],
      period: { field: 'closed_on', during: { last: '12 months' } },
    },
    ...wide,
  },
  {
    id: 'stage-time',
    title: { en: 'Days in the present stage', fr: 'Jours à l’étape actuelle' },
    kind: 'bar',
    chart: { object: 'deal', where: active, measure: { average: { from: 'stage_since' } }, by: ['stage'] },
    ...wide,
  },
  {
    id: 'lost-reasons',
    title: { en: 'Why deals are lost', fr: 'Pourquoi des affaires sont perdues' },
    kind: 'donut',
    chart: {
      object: 'deal',
      where: { status: 'lost' },
      by: ['lost_reason'],
      period: { field: 'closed_on', during: { last: '12 months' } },
    },
    ...wide,
  },
  {
    id: 'contact-status',
    title: { en: 'Contacts by status', fr: 'Contacts par statut' },
    kind: 'donut',
    chart: { object: 'contact', by: ['status'] },
    ...wide,
  },
  {
    id: 'contacts-by-month',
    title: { en: 'New contacts by month', fr: 'Nouveaux contacts par mois' },
    kind: 'line',
    chart: {
      object: 'contact',
      by: ['created_at:month'],
      period: { field: 'created_at', during: { last: '12 months' } },
    },
    ...wide,
  },
  {
    id: 'calls-by-person',
    title: { en: 'Calls by person, last 30 days', fr: 'Appels par personne, 30 derniers jours' },
    kind: 'bar',
    chart: { object: 'call', by: ['owner_id', 'outcome'], period: { field: 'happened_at', during: month } },
    ...third,
  },
  {
    id: 'meetings-by-person',
    title: { en: 'Meetings held by person, last 30 days', fr: 'Rendez-vous tenus par personne, 30 derniers jours' },
    kind: 'bar',
    chart: {
      object: 'meeting',
      where: { status: 'held' },
      by: ['owner_id'],
      period: { field: 'starts_at', during: month },
    },
    ...third,
  },
  {
    id: 'tasks-by-person',
    title: { en: 'Tasks done by person, last 30 days', fr: 'Tâches terminées par personne, 30 derniers jours' },
    kind: 'bar',
    chart: { object: 'task', where: { status: 'done' }, by: ['owner_id'], period: { field: 'done_at', during: month } },
    ...third,
  },
  {
    id: 'deals-by-person',
    title: { en: 'Open deals by person and stage', fr: 'Affaires en cours par personne et étape' },
    kind: 'bar',
    chart: { object: 'deal', where: active, by: ['owner_id', 'stage'] },
    ...full,
  },
]
