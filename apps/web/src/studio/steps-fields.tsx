// Steps: each a title and, where it needs more, a sentence.
import type { BlockOf } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { WordsField } from './fields.js';
import { ItemList } from './item-list.js';

type Steps = BlockOf<'steps'>;

/** The fields of a block of steps. */
export function StepsFields({ block, onChange }: { block: Steps; onChange: (block: Steps) => void }) {
  const { t } = useTranslation('studio');
  return (
    <ItemList
      of={[block.id, 'items']}
      items={block.items}
      onChange={(items) => onChange({ ...block, items })}
      nameOf={(number) => t('field.step', { number })}
      fieldOf={(_, index) => `title-${index}`}
      newItem={() => ({ title: '', text: '' })}
      addLabel={t('action.addStep')}
      removeLabel={t('action.removeStep')}
      max={30}
    >
      {(item, index, change) => (
        <>
          <WordsField
            of={[block.id, `title-${index}`]}
            label={t('field.step', { number: index + 1 })}
            value={item.title}
            onChange={(title) => change({ ...item, title })}
          />
          <WordsField
            of={[block.id, `text-${index}`]}
            label={t('field.stepText')}
            isOptional
            rows={2}
            value={item.text}
            onChange={(text) => change({ ...item, text })}
          />
        </>
      )}
    </ItemList>
  );
}
