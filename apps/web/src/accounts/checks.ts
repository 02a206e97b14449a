// What the fields of accounts must hold, in words. The server decides by the same limits; this only says it earlier.
import { limits } from '@onetouch/contract';
import { parseLogin } from '@onetouch/domain';
import { words } from '../platform/i18n.js';

type Verdict = string | undefined;
const t = () => words('accounts');

/** A name of two letters or more. */
export function checkFullName(value: string): Verdict {
  const name = value.trim();
  if (name.length < 2) return t()('fault.fullName');
  return name.length > limits.fullNameLength
    ? t()('fault.fullNameLong', { length: limits.fullNameLength })
    : undefined;
}

/** An e-mail address or a Vietnamese phone number, as people write them. */
export function checkLogin(value: string): Verdict {
  if (value.trim() === '') return t()('fault.login');
  if (parseLogin(value)) return undefined;
  return t()(value.includes('@') ? 'fault.email' : 'fault.phone');
}

/** A password that is to be set. */
export function checkNewPassword(value: string): Verdict {
  if (value.length < limits.passwordMinLength)
    return t()('fault.passwordShort', { length: limits.passwordMinLength });
  return value.length > limits.passwordMaxLength
    ? t()('fault.passwordLong', { length: limits.passwordMaxLength })
    : undefined;
}

/** The name of an organisation; it may be empty. */
export function checkOrganisation(name: string): Verdict {
  return name.trim().length > limits.organisationNameLength
    ? t()('fault.organisation', { length: limits.organisationNameLength })
    : undefined;
}
