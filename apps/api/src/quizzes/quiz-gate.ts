// Who may start a quiz beyond its rule: an access code that is handed out, and networks to come from. Both stay on the server.
import { createHash, timingSafeEqual } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import type { QuizGate } from '@onetouch/contract';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Whether the code is the one that was handed out; spaces around it and its case do not matter, as people read it out. */
export function isRightCode(gate: QuizGate, code: string | undefined): boolean {
  if (gate.accessCode === undefined) return true;
  const [wanted, given] = [gate.accessCode, code ?? ''].map((text) => digest(text.trim().toLowerCase()));
  return wanted !== undefined && given !== undefined && timingSafeEqual(wanted, given);
}

/** An IPv4 address that came through an IPv6 socket is that IPv4 address. */
function plainAddress(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address.split('%')[0] ?? '';
}

/** Whether the address lies in one of the networks; with none named, every address does. */
export function isInside(networks: readonly string[] | undefined, address: string): boolean {
  if (!networks || networks.length === 0) return true;
  const list = new BlockList();
  for (const network of networks) {
    const [base = '', prefix] = network.split('/');
    const family = isIP(base) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(base, family);
    else list.addSubnet(base, Number(prefix), family);
  }
  const plain = plainAddress(address);
  const family = isIP(plain);
  return family !== 0 && list.check(plain, family === 6 ? 'ipv6' : 'ipv4');
}
