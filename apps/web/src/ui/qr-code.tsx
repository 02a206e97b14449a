// An address as a QR code, drawn as one path with a quiet zone of four modules.
import { encode } from 'uqr';

/** Dark modules as a path of unit squares, joined in rows. */
function pathOf(modules: boolean[][]): string {
  return modules
    .flatMap((line, y) =>
      line.map((isDark, x) => {
        if (!isDark || line[x - 1]) return '';
        const end = line.findIndex((next, at) => at > x && !next);
        const width = (end === -1 ? line.length : end) - x;
        return `M${x} ${y}h${width}v1h-${width}z`;
      }),
    )
    .join('');
}

/** The code; decorative, because the address stands beside it as text. */
export function QrCode({ content, className }: { content: string; className: string | undefined }) {
  const { data, size } = encode(content, { ecc: 'M', border: 4 });
  return (
    <svg viewBox={`0 0 ${size} ${size}`} className={className} aria-hidden="true" shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={pathOf(data)} fill="#112748" />
    </svg>
  );
}
