// Passwords: hashed with argon2id, checked with the same work whether there is an account or not. Knows no person.
import { randomBytes } from 'node:crypto';
import { hash, type Options, verify } from '@node-rs/argon2';

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. 2 is argon2id; its enum has no value at run time. */
const parameters: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let standIn: Promise<string> | undefined;

/** The same password typed on different keyboards is the same: composed and decomposed accents, wide digits. */
function normalised(password: string): string {
  return password.normalize('NFKC');
}

/** The hash to store. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalised(password), parameters);
}

/** Whether the password is the one of the hash; without a usable hash it is wrong after the same work. */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  standIn ??= hashPassword(randomBytes(16).toString('base64url'));
  const isUsable = stored?.startsWith('$argon2id$') ?? false;
  const isRight = await verify(isUsable && stored ? stored : await standIn, normalised(password));
  return isRight && isUsable;
}
