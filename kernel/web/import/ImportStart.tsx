import { useMutation } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { DescribedObject } from '../../schema/described.ts'
import { mayDo, useSchema } from '../schema/use-schema.ts'
import { Complaint } from '../screens/FieldsForm.tsx'
import { NotFound } from '../screens/NotFound.tsx'
import { State } from '../ui/State.tsx'
import { upload } from '../ui/upload.ts'
import { useImportWords } from '../words/import/words.ts'
import { EarlierImports } from './EarlierImports.tsx'
import { FileDrop } from './FileDrop.tsx'
import { ImportFrame } from './ImportFrame.tsx'
import { beginImport } from './imports.ts'

const route = getRouteApi('/shell/$plural/import')

/** Where an import begins: a file, and the imports that were. */
export default function ImportStart() {
  const { plural } = route.useParams()
  const object = useSchema().byPlural(plural)
  const say = useImportWords()
  if (!object) return <NotFound />
  if (mayDo(object, 'import')) return <Start key={plural} object={object} />
  return <State level={1} icon="shield" title={say('import.forbidden')} hint={say('import.forbidden.hint')} />
}

function Start({ object }: { readonly object: DescribedObject }) {
  const navigate = route.useNavigate()
  const beginning = useMutation({
    mutationFn: async (file: File) => beginImport({ file: (await upload(file)).id, object: object.name }),
    onSuccess: ({ id }) => navigate({ to: '/$plural/import/$id', params: { plural: object.plural, id } }),
  })
  return (
    <ImportFrame object={object} at={0}>
      <FileDrop busy={beginning.isPending} onFile={file => beginning.mutate(file)} />
      {beginning.error && (
        <div style={{ marginTop: 16 }}>
          <Complaint error={beginning.error} />
        </div>
      )}
      <EarlierImports object={object} />
    </ImportFrame>
  )
}
