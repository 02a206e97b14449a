// What is to be done about a faulty question: it counts for nobody, or another answer counts as right too.
import type { CorrectionWish, ItemStatistics } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Checkbox, RadioCard } from '../ui/choices.js';
import { FieldGroup } from '../ui/field.js';
import { Tag } from '../ui/tag.js';
import styles from './correcting.module.css';

export interface WishValues {
  action: CorrectionWish['action'] | null;
  optionIds: string[];
}

/** The wish as it is sent; null while something is to be chosen yet. */
export function wishOf(
  { questionId }: ItemStatistics,
  { action, optionIds }: WishValues,
): CorrectionWish | null {
  if (action === 'drop') return { action, questionId };
  return action === 'accept' && optionIds.length > 0 ? { action, questionId, optionIds } : null;
}

interface WishFieldsProps {
  item: ItemStatistics;
  values: WishValues;
  onChange: (values: WishValues) => void;
}

/** An essay has no answers to accept. */
export function WishFields({ item, values, onChange }: WishFieldsProps) {
  const { t } = useTranslation('marking');
  const { action } = values;
  return (
    <>
      <FieldGroup legend={t('faulty.action')}>
        <RadioCard
          name="cach-sua"
          title={t('faulty.drop')}
          checked={action === 'drop'}
          onChange={() => onChange({ action: 'drop', optionIds: [] })}
        >
          {t('faulty.dropText')}
        </RadioCard>
        {item.kind !== 'essay' && (
          <RadioCard
            name="cach-sua"
            title={t('faulty.accept')}
            checked={action === 'accept'}
            onChange={() => onChange({ action: 'accept', optionIds: [] })}
          >
            {t('faulty.acceptText')}
          </RadioCard>
        )}
      </FieldGroup>
      {action === 'accept' && <OptionFields item={item} values={values} onChange={onChange} />}
    </>
  );
}

/** With one answer to choose, every ticked one counts by itself; of several, the set counts as a whole. */
function OptionFields({ item, values, onChange }: WishFieldsProps) {
  const { t } = useTranslation('marking');
  const isSet = item.kind === 'multiple';
  const turn = (id: string, isOn: boolean) => {
    const others = values.optionIds.filter((one) => one !== id);
    onChange({ ...values, optionIds: isOn ? [...others, id] : others });
  };
  return (
    <FieldGroup
      legend={t(isSet ? 'faulty.optionSet' : 'faulty.options')}
      hint={t(isSet ? 'faulty.optionSetHint' : 'faulty.optionsHint')}
    >
      {item.options.map(({ id, text, isKey }, index) => (
        <Checkbox
          key={id}
          checked={values.optionIds.includes(id) || (isKey && !isSet)}
          disabled={isKey && !isSet}
          onChange={({ target }) => turn(id, target.checked)}
        >
          {String.fromCharCode(65 + index)}. <span lang="vi">{text}</span>{' '}
          {isKey && (
            <span className={styles['keyTag']}>
              <Tag tone="la">{t('item.key')}</Tag>
            </span>
          )}
        </Checkbox>
      ))}
    </FieldGroup>
  );
}
