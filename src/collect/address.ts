import { relative, resolve, sep } from 'node:path'

const TRACKING = /^(utm_[a-z]+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|cmpid|ocid|ns_[a-z]+|ref_src|xtor|at_[a-z]+)$/i

/**
 * A web address as an identity: http or https, host in lower case, no fragment, no default port, no tracking parameters.
 * @returns null for anything that is not a web address, `javascript:` and `data:` included
 */
export function webAddress(value: string | null | undefined, base?: string): string | null {
  if (value === null || value === undefined || value.trim() === '' || value.length > 2000) return null
  let url: URL
  try {
    url = new URL(value.trim(), base)
  } catch {
    return null
  }
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '') return null
  url.hash = ''
  url.username = ''
  url.password = ''
  for (const key of [...url.searchParams.keys()]) if (TRACKING.test(key)) url.searchParams.delete(key)
  return url.href
}

/** A file as an identity: its absolute path, with forward slashes on every platform. */
export function fileAddress(path: string, cwd = process.cwd()): string {
  return resolve(cwd, path).split(sep).join('/')
}

/** A file for a person to read: relative where that is shorter. */
export function shownPath(path: string, cwd = process.cwd()): string {
  const full = resolve(cwd, path)
  const short = relative(cwd, full)
  return short !== '' && !short.startsWith('..') ? short.split(sep).join('/') : full.split(sep).join('/')
}
