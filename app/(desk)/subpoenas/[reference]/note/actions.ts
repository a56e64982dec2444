'use server'
import { redirect } from 'next/navigation'
import { action } from '#app/_forms/action.ts'
import { addNote } from '#db/commands/note.ts'

export const addNoteAction = action(addNote, ({ reference }) => redirect(`/subpoenas/${reference}`))
