// The options of a question; the key is ticked where the option stands.
import type { CheckQuestion } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { FieldGroup } from '../ui/field.js';
import { WordsField } from './fields.js';
import { ItemList } from './item-list.js';
import { newOptionId } from './new-parts.js';
import styles from './option-list.module.css';
import { fieldId } from './place.js';
import { useFault, useStudio } from './studio-context.js';

interface OptionListProps {
  partId: string;
  asked: CheckQuestion;
  onChange: (asked: CheckQuestion) => void;
  max: number;
}

/** Options to write, order, tick, add and remove. */
export function OptionList({ partId, asked, onChange, max }: OptionListProps) {
  const { t } = useTranslation('studio');
  const { error, onBlur } = useFault(fieldId(partId, 'options'));
  const isMultiple = asked.kind === 'multiple';
  const tick = (optionId: string, isOn: boolean) => {
    const others = isMultiple ? asked.correct.filter((id) => id !== optionId) : [];
    onChange({ ...asked, correct: isOn ? [...others, optionId] : others });
  };
  return (
    // Leaving the group is what is watched; the group is no control.
    <div onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && onBlur()}>
      <FieldGroup
        legend={t('field.options')}
        hint={t(isMultiple ? 'field.optionsHintMultiple' : 'field.optionsHint')}
        error={error}
      >
        <ItemList
          of={[partId, 'options']}
          items={asked.options}
          onChange={(options) => {
            const ids = new Set(options.map(({ id }) => id));
            onChange({ ...asked, options, correct: asked.correct.filter((id) => ids.has(id)) });
          }}
          nameOf={(number) => t('field.option', { number })}
          fieldOf={({ id }) => `option-${id}`}
          keyOf={({ id }) => id}
          newItem={() => ({ id: newOptionId(asked.options), text: '' })}
          addLabel={t('action.addOption')}
          removeLabel={t('action.removeOption')}
          max={asked.kind === 'true-false' ? 2 : max}
        >
          {(option, index, change) => (
            <>
              <WordsField
                of={[partId, `option-${option.id}`]}
                label={t('field.option', { number: index + 1 })}
                value={option.text}
                onChange={(text) => change({ ...option, text })}
              />
              <KeyTick
                name={fieldId(partId, 'key')}
                isMultiple={isMultiple}
                isOn={asked.correct.includes(option.id)}
                onTick={(isOn) => tick(option.id, isOn)}
              />
            </>
          )}
        </ItemList>
      </FieldGroup>
    </div>
  );
}

interface KeyTickProps {
  name: string;
  isMultiple: boolean;
  isOn: boolean;
  onTick: (isOn: boolean) => void;
}

function KeyTick({ name, isMultiple, isOn, onTick }: KeyTickProps) {
  const { t } = useTranslation('studio');
  const { isFrozen } = useStudio();
  return (
    <label className={styles['key']}>
      <input
        type={isMultiple ? 'checkbox' : 'radio'}
        name={name}
        checked={isOn}
        disabled={isFrozen}
        onChange={({ target }) => onTick(target.checked)}
      />
      {t('field.isKey')}
    </label>
  );
}
