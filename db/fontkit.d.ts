/** fontkit has no types of its own; this is as much of it as is used here. */
declare module 'fontkit' {
  export function create(bytes: Uint8Array): import('#lib/documents/fonts.ts').FontProgram
}
