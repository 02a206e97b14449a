// Points as a marker types them: `2,5` or `2.5`, at most three decimals. Inside they are whole thousandths.

/** Thousandths of a point; null for anything that is no number of points. */
export function parsePoints(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (!match) return null;
  return Number(match[1]) * 1_000 + Number((match[2] ?? '').padEnd(3, '0'));
}

/** Points as they are typed: with a comma, without zeros that say nothing. */
export function typedPoints(thousandths: number): string {
  const whole = Math.floor(thousandths / 1_000);
  const rest = String(thousandths % 1_000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return rest ? `${whole},${rest}` : String(whole);
}
