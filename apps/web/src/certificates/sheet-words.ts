// How words fit onto the drawn certificate. What the paper says is the domain's, for the PDF and the page alike.

/** The address of the checking page as people type it. */
export function checkAddress(verifyUrl: string): string {
  const { host, pathname } = new URL(verifyUrl, location.origin);
  return host + pathname.replace(/\/[^/]*$/, '');
}

/** A letter size that shrinks for long text, as a share of the normal one. */
export function fitShare(text: string, comfortable: number): number {
  return Math.max(0.45, Math.min(1, comfortable / Math.max(1, text.length)));
}
