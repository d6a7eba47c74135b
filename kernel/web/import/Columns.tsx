import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { Trouble } from '../request.ts'
import { Complaint } from '../screens/FieldsForm.tsx'
import { useImportWords } from '../words/import/words.ts'
import { ColumnRow } from './ColumnRow.tsx'
import styles from './Columns.module.css'
import type { StepProps } from './Import.tsx'
import { Foot } from './ImportFrame.tsx'
import { type Import, importQuery, type Plan, planImport, step } from './imports.ts'
import { Matching } from './Matching.tsx'
import { Reading } from './Reading.tsx'

const route = getRouteApi('/shell/$plural/import/$id')

/** Which column goes where, and how a row finds the record that it is about. */
export function Columns({ object, found }: StepProps) {
  const say = useImportWords()
  const { plan, change, check, saving, checking } = usePlan(found)
  const trouble = checking.error ?? saving.error
  const complaintAt = (place: string) =>
    trouble instanceof Trouble ? trouble.fields.find(({ field }) => field === place)?.message : undefined
  const isPlaced = (place: string) => place === 'by' || /^columns\.\d/.test(place)
  const isGeneral = !(trouble instanceof Trouble) || !trouble.fields.some(({ field }) => isPlaced(field))
  const columnTrouble = (column: number) => {
    const at = plan.columns.findIndex(each => each.column === column)
    return ['', '.field', '.match', '.missing', '.column'].map(end => complaintAt(`columns.${at}${end}`)).find(Boolean)
  }
  return (
    <>
      {found.problem && <p className={styles.problem}>{found.problem.message}</p>}
      <Reading object={object} found={found} />
      <section aria-labelledby="columns" className={styles.section}>
        <div className={styles.head}>
          <h2 id="columns" className={styles.title}>
            {say('import.columns')}
          </h2>
          <span className={styles.hint}>
            {say('import.columns.taken', { taken: plan.columns.length, count: found.columns.length })}
          </span>
        </div>
        <ul className={styles.columns}>
          {found.columns.map(column => (
            <ColumnRow
              key={column.column}
              object={object}
              found={found}
              plan={plan}
              column={column}
              onChange={change}
              error={columnTrouble(column.column)}
            />
          ))}
        </ul>
      </section>
      <Matching object={object} found={found} plan={plan} onChange={change} byError={complaintAt('by')} />
      {trouble && isGeneral && <Complaint error={generalTrouble(trouble)} />}
      <Foot>
        <span className={styles.promise}>{say('import.check.hint')}</span>
        <Button loading={checking.isPending} disabled={plan.columns.length === 0} onClick={() => check()}>
          {say('import.check')}
        </Button>
      </Foot>
    </>
  )
}

/** What is wrong with the whole says more than that something is wrong. */
function generalTrouble(trouble: unknown) {
  if (!(trouble instanceof Trouble) || trouble.fields.length === 0) return trouble
  const { status, code } = trouble
  return new Trouble(status, { code, detail: trouble.fields.map(({ message }) => message).join(' ') })
}

/** Each change is kept by the server, which says what it thinks of it. */
function usePlan(found: Import) {
  const { id } = found
  const queries = useQueryClient()
  const navigate = route.useNavigate()
  const [plan, setPlan] = useState(found.plan)
  const { queryKey } = importQuery(id)
  const scope = { id: `import ${id}` }
  const saving = useMutation({
    scope,
    mutationFn: (next: Plan) => planImport(id, next),
    onSuccess: answer => queries.setQueryData(queryKey, answer),
  })
  const checking = useMutation({
    scope,
    mutationFn: async () => {
      await planImport(id, plan)
      await step(id, 'check')
      await queries.invalidateQueries({ queryKey })
    },
    onSuccess: () => navigate({ search: {} }),
  })
  const change = (next: Plan) => {
    setPlan(next)
    checking.reset()
    saving.mutate(next)
  }
  return { plan, change, check: checking.mutate, saving, checking }
}
