export const en = {
  broken: { message: 'Something went wrong on our side.', action: 'Try again; if it stays, give your administrator the number of the request.' },
} as const
