/**
 * The only file that knows a dialect's column builders. The schema is written once on these words; PostgreSQL will
 * bring a second file with the same words. Names are camelCase here and snake_case in the database.
 */
import {
  alias as aliasOf,
  blob,
  integer,
  primaryKey as primaryKeyOf,
  sqliteTable,
  text as textOf,
} from 'drizzle-orm/sqlite-core'
import type { CalendarDate } from '#lib/calendar/date.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import type { Cents } from '#lib/money.ts'

export type { BaseSQLiteDatabase as Database } from 'drizzle-orm/sqlite-core'

export const table = sqliteTable
export const primaryKey = primaryKeyOf
/** A second name of a table, for a question that asks it twice. */
export const alias = aliasOf

export const id = () => integer().primaryKey()
export const int = () => integer()
export const bool = () => integer({ mode: 'boolean' })
export const text = <Text extends string = string>() => textOf().$type<Text>()
/** An instant: epoch milliseconds. */
export const instant = () => integer().$type<Instant>()
/** A calendar day: YYYY-MM-DD. */
export const date = () => textOf().$type<CalendarDate>()
/** Whole cents. */
export const cents = () => integer().$type<Cents>()
export const json = <Value>() => textOf({ mode: 'json' }).$type<Value>()
export const bytes = () => blob({ mode: 'buffer' })
