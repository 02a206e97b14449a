// What a person signs in with, as people write it: an e-mail address or a Vietnamese phone number. It knows no accounts.

export interface Login {
  kind: 'email' | 'phone';
  value: string;
}

// Sane, not complete: what mail providers give to people. Quoted names, comments and domains without a dot are refused.
const emailName = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const emailDomain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;
const emailLength = 254;
const emailNameLength = 64;

function parseEmail(typed: string): Login | null {
  const value = typed.replace(/^[\s\u200b]+|[\s\u200b]+$/g, '').toLowerCase();
  const [name = '', domain = '', ...more] = value.split('@');
  if (more.length > 0 || value.length > emailLength || name.length > emailNameLength) return null;
  return emailName.test(name) && emailDomain.test(domain) ? { kind: 'email', value } : null;
}

/** Mobile numbers (03, 05, 07, 08, 09) have nine digits after the zero, landlines (02) nine or ten. */
const nationalNumber = /^([35789]\d{8}|2\d{8,9})$/;

/** The digits after the country code or the leading zero; as written when there is neither. */
function withoutPrefix(digits: string): string {
  // Nine digits are a number that lost its zero, even when it begins with 84, as 084 numbers do.
  const international = /^(?:\+|00)84(.*)$/.exec(digits) ?? /^84(.{9,})$/.exec(digits);
  return (international?.[1] ?? digits).replace(/^0/, '');
}

function parsePhone(typed: string): Login | null {
  const digits = typed.replace(/[\s\u200b.\-()/\u2010-\u2014\u2212]/g, '');
  const national = withoutPrefix(digits);
  return nationalNumber.test(national) ? { kind: 'phone', value: `+84${national}` } : null;
}

/**
 * The address in lower case, or the number in E.164 (`+84` and nine or ten digits); null when it is neither. Numbers may be
 * written with blanks, dots, dashes and brackets, with 0, 84, +84, 0084 or nothing before them.
 */
export function parseLogin(typed: string): Login | null {
  return typed.includes('@') ? parseEmail(typed) : parsePhone(typed);
}
