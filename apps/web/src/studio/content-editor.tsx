// A content lesson being edited: its blocks one below the other, each in a card, with a place for new ones.
import { limits, type Block, type ContentLesson } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddBlock } from './add-block.js';
import { BlockCard } from './block-card.js';
import { editContent, inserted } from './document-edits.js';
import styles from './editor.module.css';
import { LessonFacts } from './lesson-facts.js';
import { newBlock, type AddableBlock } from './new-parts.js';
import { fieldId, focusSoon, frameId } from './place.js';
import { useStudio } from './studio-context.js';

/** The field in which a new block of each kind begins. */
const firstFields: Record<AddableBlock, string> = {
  text: 'doc',
  note: 'text',
  steps: 'title-0',
  check: 'prompt',
};

/** The editor of a content lesson. */
export function ContentEditor({ lesson }: { lesson: ContentLesson }) {
  const { t } = useTranslation('studio');
  const { edit, say, isFrozen } = useStudio();
  /** The block after which a new one is being chosen. */
  const [openAfter, setOpenAfter] = useState<string | null>(null);
  const add = (type: AddableBlock, after: Block | undefined) => {
    setOpenAfter(null);
    if (lesson.blocks.length >= limits.blocksPerLesson) return say(t('said.full'));
    const block = newBlock(type);
    const index = after ? lesson.blocks.findIndex(({ id }) => id === after.id) + 1 : lesson.blocks.length;
    edit(editContent(lesson.id, (now) => ({ ...now, blocks: inserted(now.blocks, index, block) })));
    focusSoon(fieldId(block.id, firstFields[type]), frameId(block.id));
  };
  return (
    <div className={styles['editor']}>
      <LessonFacts lesson={lesson} />
      {lesson.blocks.length === 0 && <p className={styles['quiet']}>{t('empty.lesson')}</p>}
      {lesson.blocks.map((block, index) => (
        <div key={block.id} className={styles['editor']}>
          <BlockCard lesson={lesson} block={block} index={index} onAddBelow={() => setOpenAfter(block.id)} />
          {openAfter === block.id && (
            <AddBlock isOpenAtFirst onAdd={(type) => add(type, block)} onClose={() => setOpenAfter(null)} />
          )}
        </div>
      ))}
      {!isFrozen && <AddBlock onAdd={(type) => add(type, undefined)} />}
    </div>
  );
}
