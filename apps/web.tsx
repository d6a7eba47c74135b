import { mount } from '#kernel/web/app.tsx'
import { pageParts } from '#modules/web.ts'

const element = document.getElementById('page')
if (!element) throw new Error('index.html has no element with the id "page".')
void mount(element, pageParts)
