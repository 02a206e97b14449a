// A sample message in pieces; a numbered piece is the one that the text below explains.
import type { BlockOf } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Select } from '../ui/select.js';
import styles from './editor.module.css';
import { WordsField } from './fields.js';
import { ItemList } from './item-list.js';
import { fieldId } from './place.js';
import { useStudio } from './studio-context.js';

type Message = BlockOf<'message'>;
const marks = Array.from({ length: 20 }, (_, index) => index + 1);

/** The fields of a sample message. */
export function MessageFields({ block, onChange }: { block: Message; onChange: (block: Message) => void }) {
  const { t } = useTranslation('studio');
  const { isFrozen } = useStudio();
  return (
    <>
      <div className={styles['row']}>
        <WordsField
          of={[block.id, 'sender']}
          label={t('field.sender')}
          value={block.sender}
          onChange={(sender) => onChange({ ...block, sender })}
        />
        <WordsField
          of={[block.id, 'time']}
          label={t('field.time')}
          isOptional
          value={block.time}
          onChange={(time) => onChange({ ...block, time })}
        />
      </div>
      <ItemList
        of={[block.id, 'parts']}
        items={block.parts}
        onChange={(parts) => onChange({ ...block, parts })}
        nameOf={(number) => t('field.part', { number })}
        fieldOf={(_, index) => `part-${index}`}
        newItem={(): Message['parts'][number] => ({ text: '' })}
        addLabel={t('action.addPart')}
        removeLabel={t('action.removePart')}
        max={60}
      >
        {(part, index, change) => (
          <>
            <WordsField
              of={[block.id, `part-${index}`]}
              label={t('field.part', { number: index + 1 })}
              rows={2}
              value={part.text}
              onChange={(text) => change({ ...part, text })}
            />
            <Select
              id={fieldId(block.id, `mark-${index}`)}
              label={t('field.mark')}
              disabled={isFrozen}
              value={part.mark ?? ''}
              onChange={({ target }) =>
                change(target.value ? { text: part.text, mark: Number(target.value) } : { text: part.text })
              }
            >
              <option value="">{t('field.noMark')}</option>
              {marks.map((mark) => (
                <option key={mark} value={mark}>
                  {mark}
                </option>
              ))}
            </Select>
          </>
        )}
      </ItemList>
    </>
  );
}
