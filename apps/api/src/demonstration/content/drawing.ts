// Drawings that stand alone in a lesson. They are files of ours, and still nothing that acts is let in.
import type { Tokens } from 'marked';
import { ContentError, type Place } from './content-error.js';
import type { CourseFolder } from './course-folder.js';
import { stableId } from './stable-ids.js';

const acting = /<script|<foreignObject|\son[a-z]+\s*=|href\s*=\s*["'](?!#)/i;
const viewBox = /<svg[^>]*\sviewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*"/;

/** The image block of `![alt](path "caption")`; its size is that of the drawing's viewBox. */
export function drawingBlock(
  image: Tokens.Image,
  at: { lessonId: string; folder: CourseFolder; place: Place },
) {
  const { lessonId, folder, place } = at;
  if (!image.href.endsWith('.svg')) throw new ContentError(place, `${image.href} is no SVG drawing`);
  const { ref, bytes } = folder.take(image.href, place);
  const svg = bytes.toString('utf8');
  if (acting.test(svg))
    throw new ContentError(place, `${image.href} holds a script or loads something from elsewhere`);
  const [, width, height] = viewBox.exec(svg) ?? [];
  if (!width || !height) throw new ContentError(place, `${image.href} has no viewBox`);
  return {
    id: stableId(lessonId, 'drawing', image.href),
    type: 'image',
    file: ref,
    width: Math.round(Number(width)),
    height: Math.round(Number(height)),
    alt: image.text,
    caption: image.title ?? '',
  };
}
