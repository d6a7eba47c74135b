const most = 512

/** A picture as large as it is ever shown, without what a camera writes into it; as it is, where that fails. */
export async function shrink(file: File): Promise<File> {
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, most / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const small = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/webp', 0.9))
    if (!small || (scale === 1 && small.size >= file.size)) return file
    return new File([small], file.name.replace(/\.\w+$/, `.${small.type.slice('image/'.length)}`), { type: small.type })
  } catch {
    return file
  }
}
