export const en = {
  'stage.at': '{stage} · {place} of {count}',
  'stage.move': 'Move to {stage}',
  'stage.way': 'Stages of the pipeline',
}
