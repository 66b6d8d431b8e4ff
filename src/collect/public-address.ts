import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Refusal } from './refusal.ts'

/**
 * Whether an IP address is one that anybody on the internet could reach. Everything else (loopback, private, link-local,
 * carrier-grade NAT, multicast, reserved, unspecified, and IPv6 forms that carry such an IPv4 address) is not fetched: a page
 * must not be able to make Sitrep talk to this machine or its network.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  if (!ipaddr.isValid(bare)) return false
  const ip = ipaddr.process(bare)
  if (ip.kind() === 'ipv4') return ip.range() === 'unicast'
  const v6 = ip as ipaddr.IPv6
  if (v6.range() !== 'unicast') return false
  const { parts } = v6
  const embedded = (high: number | undefined, low: number | undefined): string =>
    [(high ?? 0) >> 8, (high ?? 0) & 255, (low ?? 0) >> 8, (low ?? 0) & 255].join('.')
  // ::a.b.c.d, the deprecated IPv4-compatible form, which ipaddr.js takes for unicast.
  if (parts.slice(0, 6).every((part) => part === 0)) return isPublicAddress(embedded(parts[6], parts[7]))
  return true
}

/** Refuses a host that is given as an address and is not public. URL parsing has already brought octal, hex and short forms to dotted form. */
export function refuseLiteral(host: string, port: number, alsoAllow?: (address: string, port: number) => boolean): void {
  const bare = host.replace(/^\[|\]$/g, '')
  if (isIP(bare) !== 0 && !isPublicAddress(bare) && !alsoAllow?.(bare, port)) {
    throw new Refusal('refused address', `${bare} is not on the public internet; only public addresses are fetched`)
  }
  if (
    isIP(bare) === 0 &&
    /^(localhost|.*\.(localhost|local|internal|intranet|lan|home\.arpa))\.?$/i.test(bare) &&
    !alsoAllow?.(bare, port)
  ) {
    throw new Refusal('refused address', `${bare} is a name of this machine or its network; only public addresses are fetched`)
  }
}

/**
 * A DNS lookup that gives only public addresses: the connection is made to what was checked, so that a second answer can't
 * slip another address in (DNS rebinding).
 */
export function publicLookup(port: number, alsoAllow?: (address: string, port: number) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0)
      const allowed = (addresses as LookupAddress[]).filter(
        ({ address }) => isPublicAddress(address) || alsoAllow?.(address, port),
      )
      const first = allowed[0]
      if (first === undefined) {
        const refusal: NodeJS.ErrnoException = new Refusal(
          'refused address',
          `${hostname} leads to ${addresses.map((a) => a.address).join(', ')}, which is not on the public internet`,
        )
        return callback(refusal, '', 0)
      }
      if (options.all) callback(null, allowed as unknown as string, 0)
      else callback(null, first.address, first.family)
    })
  }
}
