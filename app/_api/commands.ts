import { z } from 'zod'
import type { Command } from '#db/command.ts'
import { commands } from '#db/commands/index.ts'
import { kindsOf } from '#lib/kinds.ts'
import { commandValues } from './command_values.ts'

/** A command as another program asks it, with what it answers when it was done. */
export type ApiCommand = Command & { readonly value: z.ZodType }

/**
 * The commands that a role may give. What is for anyone is about one's own sign-in, and what is for nobody or the
 * clockwork comes before a sign-in or without one: a program has no part in either.
 */
export const apiCommands: readonly ApiCommand[] = commands
  .filter(({ may }) => kindsOf('roles').some((role) => may.includes(role)))
  .map((command) => {
    const value: z.ZodType | undefined = commandValues[command.command as keyof typeof commandValues]
    return Object.assign(command as unknown as Command, { value: value ?? z.unknown() })
  })
  .toSorted((a, b) => (a.command < b.command ? -1 : 1))
