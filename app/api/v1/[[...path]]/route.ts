import { answerApi } from '#app/_api/answer.ts'

/** All of the API; what there is in it stands in app/_api. Each method is named, or Next would answer it itself. */
export const GET = answerApi
export const HEAD = answerApi
export const POST = answerApi
export const PUT = answerApi
export const PATCH = answerApi
export const DELETE = answerApi
export const OPTIONS = answerApi
