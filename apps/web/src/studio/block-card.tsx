// One block being edited: its kind, its weight, what can be done with it, and its fields.
import type { Block, ContentLesson } from '@onetouch/contract';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../platform/format.js';
import { editBlock, moveBlock } from './document-edits.js';
import { BlockFields } from './block-fields.js';
import { BlockIcon } from './block-icon.js';
import { blockWeight } from './block-weight.js';
import styles from './block-card.module.css';
import { useMovableActions } from './part-actions.js';
import { movesByKey, PartMenu } from './part-menu.js';
import { focusSoon, frameId, headingId } from './place.js';
import { removeBlock } from './removals.js';
import { useStudio } from './studio-context.js';

export interface BlockCardProps {
  lesson: ContentLesson;
  block: Block;
  index: number;
  onAddBelow: () => void;
}

/** The card of a block; Alt with an arrow moves it. */
export function BlockCard({ lesson, block, index, onAddBelow }: BlockCardProps) {
  const { t } = useTranslation('studio');
  const { edit, isFrozen } = useStudio();
  const { move, remove } = useBlockEdits(lesson, block, index);
  const actionsOf = useMovableActions();
  const kind = t(`block.kind.${block.type}`);
  const count = lesson.blocks.length;
  const actions = [
    {
      label: t('action.addBelow'),
      icon: <IconPlus size={20} aria-hidden="true" />,
      onChoose: onAddBelow,
    },
    ...actionsOf({ move, remove, removeLabel: t('action.removeBlock') }),
  ];
  return (
    // Keys bubble up from the fields inside; the card itself is no control.
    <section
      id={frameId(block.id)}
      tabIndex={-1}
      aria-label={t('block.label', { kind, number: index + 1, count })}
      className={styles['card']}
      onKeyDown={isFrozen ? undefined : movesByKey(move)}
    >
      <div className={styles['head']}>
        <BlockIcon type={block.type} />
        <h3 className={styles['kind']}>{kind}</h3>
        <span className={styles['weight']}>{formatBytes(blockWeight(block))}</span>
        {!isFrozen && (
          <PartMenu label={t('action.moreBlock', { kind, number: index + 1 })} actions={actions} />
        )}
      </div>
      <div className={styles['body']}>
        <BlockFields block={block} onChange={(next) => edit(editBlock(lesson.id, next))} />
      </div>
    </section>
  );
}

function useBlockEdits(lesson: ContentLesson, block: Block, index: number) {
  const { t } = useTranslation('studio');
  const { edit, say, remove: drop } = useStudio();
  const kind = t(`block.kind.${block.type}`);
  const count = lesson.blocks.length;
  return {
    move: (step: -1 | 1) => {
      const number = index + 1 + step;
      if (number < 1 || number > count) return;
      edit(moveBlock(lesson.id, block.id, step));
      say(t('said.moved', { name: kind, number, count }));
    },
    remove: () => {
      drop((document) => removeBlock(document, lesson.id, block.id), t('said.removedBlock', { kind }));
      const neighbour = lesson.blocks[index + 1] ?? lesson.blocks[index - 1];
      focusSoon(...(neighbour ? [frameId(neighbour.id)] : []), headingId);
    },
  };
}
