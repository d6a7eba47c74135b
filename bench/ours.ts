// Ours: what `rapport serve` starts, in a process of its own. One thing is added: a job that follows from each
// contact that is written, so that a write is what it is in a company that has automations.

import { openApp } from '#apps/open-app.ts'
