// A sample message as it looks on a phone, with the numbered places that the text below explains.
import type { BlockOf } from '@onetouch/contract';
import IconMessage from '@tabler/icons-react/dist/esm/icons/IconMessage.mjs';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '../../ui/visually-hidden.js';
import styles from './blocks.module.css';
import { breakable } from './long-words.js';

/** Draws a message block; nothing in it can be pressed, also what looks like a link. */
export function MessageBlock({ block }: { block: BlockOf<'message'> }) {
  const { t } = useTranslation('blocks');
  const { sender, time, parts } = block;
  return (
    <figure className={styles['message']} aria-label={t('message.label', { sender })}>
      <figcaption className={styles['messageHead']}>
        <span className={styles['messageIcon']}>
          <IconMessage size={22} aria-hidden="true" />
        </span>
        <span>
          <span className={styles['sender']}>{sender}</span>
          {time && <span className={styles['small']}>{time}</span>}
        </span>
      </figcaption>
      <p className={styles['bubble']}>
        {parts.map(({ text, mark }, index) =>
          mark === undefined ? (
            <Fragment key={index}>{breakable(text)}</Fragment>
          ) : (
            <mark key={index} className={styles['mark']}>
              <sup aria-hidden="true">{mark}</sup>
              <VisuallyHidden>{t('message.mark', { number: mark })} </VisuallyHidden>
              {breakable(text)}
            </mark>
          ),
        )}
      </p>
    </figure>
  );
}
