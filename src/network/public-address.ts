/** Addresses of the public network: what we may connect to because a listing or a source names it (OWASP ASVS 1.3.6). */
import { BlockList, isIP } from 'node:net'

/** Special-purpose addresses of IANA's registries: our own machine, private networks, cloud metadata, test nets, multicast. */
const CLOSED_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Azure's own services answer here, out of the middle of the public network.
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const
/** Of version 6 only what is given out as public is open; of that, not what carries an address of version 4 inside. */
const CLOSED_6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const closed = new BlockList()
for (const [net, bits] of CLOSED_4) closed.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of CLOSED_6) closed.addSubnet(net, bits, 'ipv6')
const open6 = new BlockList()
open6.addSubnet('2000::', 3, 'ipv6')

export function isPublic(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !closed.check(address, 'ipv4')
  return version === 6 && open6.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}

/** Our own machine, and networks of houses and offices: where a feed stands while it is tried out. Never cloud metadata. */
const PRIVATE_4 = [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const
const PRIVATE_6 = [
  ['::1', 128],
  ['fc00::', 7],
] as const

const privates = new BlockList()
for (const [net, bits] of PRIVATE_4) privates.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of PRIVATE_6) privates.addSubnet(net, bits, 'ipv6')
/** Where clouds keep what their machines may know of themselves, inside private networks of version 6: Amazon, Google, Oracle. */
const METADATA_6 = [
  ['fd00:ec2::', 32],
  ['fd20:ce::', 32],
  ['fd00:c1::', 32],
] as const
const metadata = new BlockList()
for (const [net, bits] of METADATA_6) metadata.addSubnet(net, bits, 'ipv6')
// Written as version 6 an address of version 4 says nothing of what it is: those stay closed.
const mapped = new BlockList()
mapped.addSubnet('::ffff:0:0', 96, 'ipv6')

export function isPrivate(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return privates.check(address, 'ipv4')
  const shut = mapped.check(address, 'ipv6') || metadata.check(address, 'ipv6')
  return version === 6 && !shut && privates.check(address, 'ipv6')
}
