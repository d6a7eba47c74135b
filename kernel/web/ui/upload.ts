import { request } from '../request.ts'

export async function upload(file: File): Promise<{ readonly id: string; readonly name: string }> {
  const body = new FormData()
  body.append('file', file)
  return (await request({ method: 'POST', path: '/api/files', body })) as { id: string; name: string }
}
