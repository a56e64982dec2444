/**
 * A path on this desk, with its query; "/" for anything else. Nobody is led away by a link that somebody else made:
 * "//evil.test", "/\\evil.test", "/..//evil.test" and addresses with a scheme or a line break are not paths here.
 */
export function relativePath(path: string | null | undefined): string {
  if (!path || path.length > 2000 || !/^\/[\x21-\x7e]*$/.test(path) || path.includes('\\')) return '/'
  const url = URL.parse(path, 'http://desk.invalid')
  if (url?.origin !== 'http://desk.invalid' || url.pathname.startsWith('//')) return '/'
  // Next's own word for "only the part that changed"; a person who is sent back wants the whole page.
  url.searchParams.delete('_rsc')
  return url.pathname + url.search
}
