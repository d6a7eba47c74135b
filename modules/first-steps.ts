// What the modules would like to see done in the first hour.

import type { FirstStep } from '#kernel/server/first-steps/first-steps.ts'
import { importStep } from './crm/server/first-steps.ts'
import { pipelineStep } from './sales/server/first-steps.ts'

export const firstSteps: readonly FirstStep[] = [importStep, pipelineStep]
