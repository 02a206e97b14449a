// A drawing with its caption. Its place is kept before it has come, so that the text below does not jump.
import type { BlockOf } from '@onetouch/contract';
import styles from './blocks.module.css';
import { fileUrl } from './file-url.js';

/** Draws an image block; loaded when it comes near the screen. */
export function ImageBlock({ block }: { block: BlockOf<'image'> }) {
  const { file, width, height, alt, caption } = block;
  return (
    <figure className={styles['figure']}>
      <img src={fileUrl(file)} width={width} height={height} alt={alt} loading="lazy" decoding="async" />
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  );
}
