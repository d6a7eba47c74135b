import { postgresPlace } from './place.ts'
console.time('fill')
await postgresPlace(process.env.DATABASE_URL_TEST ?? '', { contacts: Number(process.argv[2]), companies: Number(process.argv[2]) / 20 })
console.timeEnd('fill')
