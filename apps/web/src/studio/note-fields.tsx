// A note: how it is meant, and its words.
import type { BlockOf } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Select } from '../ui/select.js';
import { WordsField } from './fields.js';
import { fieldId } from './place.js';
import { useStudio } from './studio-context.js';

type Note = BlockOf<'note'>;
const tones = ['tip', 'info', 'warning'] as const;

/** The fields of a note. */
export function NoteFields({ block, onChange }: { block: Note; onChange: (block: Note) => void }) {
  const { t } = useTranslation('studio');
  const { isFrozen } = useStudio();
  return (
    <>
      <Select
        id={fieldId(block.id, 'tone')}
        label={t('field.tone')}
        value={block.tone}
        disabled={isFrozen}
        onChange={(event) => {
          const tone = tones.find((one) => one === event.target.value);
          if (tone) onChange({ ...block, tone });
        }}
      >
        {tones.map((tone) => (
          <option key={tone} value={tone}>
            {t(`value.tone.${tone}`)}
          </option>
        ))}
      </Select>
      <WordsField
        of={[block.id, 'text']}
        label={t('field.noteText')}
        rows={3}
        value={block.text}
        onChange={(text) => onChange({ ...block, text })}
      />
    </>
  );
}
