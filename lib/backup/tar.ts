/** The tar format (POSIX ustar), as far as a backup needs it: plain files under short names. Any tar opens it. */
const block = 512

/** Bytes that fill a member up to a whole block. */
export const paddingOf = (size: number): number => (block - (size % block)) % block

/** What ends an archive: two empty blocks. */
export const tarEnd: Uint8Array = new Uint8Array(2 * block)

const largestOctal = 8 ** 11 - 1

/**
 * The header of a member.
 *
 * @param modifiedAt Epoch milliseconds.
 * @throws RangeError when the name is longer than 100 bytes.
 */
export function tarHeader(name: string, size: number, modifiedAt: number): Uint8Array {
  const header = Buffer.alloc(block)
  if (header.write(name, 0, 'latin1') > 100 || name.length > 100)
    throw new RangeError('Too long a name for tar.')
  header.write('0000600\0', 100, 'latin1')
  header.write('0000000\0', 108, 'latin1')
  header.write('0000000\0', 116, 'latin1')
  if (size <= largestOctal) header.write(`${octal(size, 11)}\0`, 124, 'latin1')
  else {
    // Beyond 8 GiB: the top bit says that the number is binary, as GNU tar and BSD tar write and read it.
    header[124] = 0x80
    header.writeBigUInt64BE(BigInt(size), 128)
  }
  header.write(`${octal(Math.floor(modifiedAt / 1000), 11)}\0`, 136, 'latin1')
  header.write('0', 156, 'latin1')
  header.write('ustar\x0000', 257, 'latin1')
  header.write(`${octal(sumOf(header), 6)}\0 `, 148, 'latin1')
  return header
}

/** Name and size of the member that a header begins; null at the end of the archive. @throws RangeError when it is none. */
export function readTarHeader(bytes: Uint8Array): { readonly name: string; readonly size: number } | null {
  const header = Buffer.from(bytes)
  if (header.length !== block) throw new RangeError('Not a whole header.')
  if (header.every((byte) => byte === 0)) return null
  if (Number.parseInt(header.toString('latin1', 148, 154), 8) !== sumOf(header)) {
    throw new RangeError('The sum of the header is another.')
  }
  const name = header.toString('latin1', 0, 100).split('\0', 1)[0] ?? ''
  const size =
    header[124] === 0x80
      ? Number(header.readBigUInt64BE(128))
      : Number.parseInt(header.toString('latin1', 124, 135), 8)
  return { name, size }
}

const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0')

/** The sum of all bytes, those of the sum itself taken as blanks. */
function sumOf(header: Uint8Array): number {
  return header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0)
}
