// Things to do or to notice, one after the other, with turmeric circles.
import type { BlockOf } from '@onetouch/contract';
import styles from './blocks.module.css';

/** "Giục gấp." before its explanation; a title that ends by itself stays as it is. */
function leading(title: string, hasText: boolean): string {
  return hasText && !/[.:?!…]$/.test(title) ? `${title}.` : title;
}

/** Draws a steps block as a numbered list. */
export function StepsBlock({ block }: { block: BlockOf<'steps'> }) {
  return (
    // Without its markers Safari would not call it a list any more.
    // eslint-disable-next-line jsx-a11y/no-redundant-roles
    <ol className={styles['steps']} role="list">
      {block.items.map(({ title, text }, index) => (
        <li key={index}>
          <span className={styles['number']} aria-hidden="true">
            {index + 1}
          </span>
          <p>
            <strong>{leading(title, text !== '')}</strong> {text}
          </p>
        </li>
      ))}
    </ol>
  );
}
