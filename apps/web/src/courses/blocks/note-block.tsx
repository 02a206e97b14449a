// A short remark beside the text: a tip, something to know, or something to be careful about.
import type { BlockOf } from '@onetouch/contract';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconBulb from '@tabler/icons-react/dist/esm/icons/IconBulb.mjs';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names.js';
import styles from './blocks.module.css';

const icons = { tip: IconBulb, info: IconInfoCircle, warning: IconAlertTriangle };

/** Draws a note block; its kind is said in words too. */
export function NoteBlock({ block }: { block: BlockOf<'note'> }) {
  const { t } = useTranslation('blocks');
  const Icon = icons[block.tone];
  return (
    <aside className={classNames(styles['note'], styles[block.tone])}>
      <Icon size={24} aria-hidden="true" />
      <p>
        <strong>{t(`note.${block.tone}`)}</strong> {block.text}
      </p>
    </aside>
  );
}
