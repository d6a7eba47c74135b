// One of several processes that want the same folder: for folder-lock.test.ts.
import { closeSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type FolderLock, lockFolder } from './folder-lock.ts'

const folder = process.argv[2] ?? ''
let lock: FolderLock | undefined

process.on('message', ({ order, times = 1 }: { order: 'take' | 'leave' | 'churn'; times?: number }) => {
  if (order === 'take') lock = tryLock()
  if (order === 'leave') lock?.release()
  process.send?.(order === 'churn' ? churn(times) : { won: lock !== undefined })
})
process.send?.('ready')

/** Takes and leaves as fast as it can; alone inside, it can make a file that nobody else has. */
function churn(times: number) {
  const inside = join(folder, 'inside')
  let wins = 0
  for (let time = 0; time < times; time++) {
    const mine = tryLock()
    if (!mine) continue
    closeSync(openSync(inside, 'wx'))
    wins++
    rmSync(inside)
    mine.release()
  }
  return { wins }
}

function tryLock() {
  try {
    return lockFolder(folder)
  } catch (error) {
    if (error instanceof Error && error.message === 'database.in-use') return undefined
    throw error
  }
}
