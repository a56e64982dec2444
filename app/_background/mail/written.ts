import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Writes a mail as an .eml file, for an office without a mail server. The name is the Message-ID's random part and
 * says nothing about anybody.
 *
 * @returns The file's name within the folder.
 */
export async function writeMail(folder: string, messageId: string, message: Buffer): Promise<string> {
  const name = `${messageId.replace(/^<|@.*$/g, '').replace(/[^0-9a-z-]/gi, '')}.eml`
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const part = join(folder, `${name}.part`)
  const file = await open(part, 'w', 0o600)
  try {
    await file.writeFile(message)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(part, join(folder, name))
  return name
}
