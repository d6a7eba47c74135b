import { useChartWords } from '../words/charts/words.ts'
import styles from './Charts.module.css'
import type { DrawnProps } from './drawn.ts'
import { goAlong, Mark } from './Mark.tsx'
import { sizeOf } from './plot.ts'

type DataTableProps = Pick<DrawnProps, 'plot' | 'writing' | 'label'> & { readonly heads: readonly string[] }

/** The numbers themselves: of two fields, every pair, with what stands at the edges. */
export function DataTable({ plot, writing, label, heads }: DataTableProps) {
  const say = useChartWords()
  const { slices, series, cell, total } = plot
  const most = Math.max(
    ...slices.flatMap((_, at) => series.map((__, part) => sizeOf(cell(at, part)?.value ?? null))),
    0,
  )
  const heat = (size: number) => (most > 0 && size > 0 ? { '--heat': `${Math.round((size / most) * 100)}%` } : {})
  return (
    <table className={styles.table} aria-label={label} onKeyDown={goAlong}>
      <thead>
        <tr>
          <th scope="col">{heads[0]}</th>
          {series.map(part => (
            <th key={part.id} scope="col" title={part.label}>
              {part.label}
            </th>
          ))}
          <th scope="col">{say('chart.total')}</th>
        </tr>
      </thead>
      <tbody>
        {slices.map((slice, at) => (
          <tr key={slice.id}>
            <th scope="row" title={slice.label}>
              {slice.label}
            </th>
            {series.map((part, place) => {
              const figure = cell(at, place)
              return (
                <td
                  key={part.id}
                  style={heat(sizeOf(figure?.value ?? null)) as object}
                  data-heat={figure ? true : undefined}
                >
                  {figure && (
                    <Mark
                      plain="span"
                      told="within"
                      figure={figure}
                      label={`${slice.label}, ${part.label}`}
                      value={writing.full(figure.value)}
                    >
                      {writing.full(figure.value)}
                    </Mark>
                  )}
                </td>
              )
            })}
            <td>
              <Mark
                plain="span"
                told="within"
                figure={slice.figure}
                label={slice.label}
                value={writing.full(slice.figure.value)}
              >
                {writing.full(slice.figure.value)}
              </Mark>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{say('chart.total')}</th>
          {series.map(({ id, label: of, figure }) => (
            <td key={id}>
              <Mark plain="span" told="within" figure={figure} label={of} value={writing.full(figure.value)}>
                {writing.full(figure.value)}
              </Mark>
            </td>
          ))}
          <td>
            <Mark
              plain="span"
              told="within"
              figure={total}
              label={say('chart.total')}
              value={writing.full(total.value)}
            >
              {writing.full(total.value)}
            </Mark>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
