// The steps of a correction: the wish, its preview, the reason.
import type { QuizStatistics } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { FieldError, FieldGroup } from '../ui/field.js';
import { RadioCard } from '../ui/choices.js';
import { FormProblem } from '../ui/form-problem.js';
import { ApplyForm } from './apply-form.js';
import styles from './correcting.module.css';
import type { NumberedItem } from './numbered-item.js';
import { PreviewPanel } from './preview-panel.js';
import { useCorrecting } from './use-correcting.js';
import { WishFields, type WishValues, wishOf } from './wish-fields.js';

interface CorrectingFormProps {
  item: NumberedItem;
  statistics: QuizStatistics;
  examId: string;
}

/** See above. */
export function CorrectingForm({ item, statistics, examId }: CorrectingFormProps) {
  const { t } = useTranslation('marking');
  const correcting = useCorrecting(statistics);
  const [values, setValues] = useState<WishValues>({ action: null, optionIds: [] });
  const [isWhole, setIsWhole] = useState(false);
  const [fault, setFault] = useState<string>();
  const { preview, problem, busy, look, forget } = correcting;
  const change = (next: WishValues) => {
    setValues(next);
    setFault(undefined);
    forget();
  };
  const show = () => {
    const wish = wishOf(item, values);
    if (!wish) return setFault(t(values.action ? 'faulty.noOption' : 'faulty.noAction'));
    return void look(wish, isWhole ? '' : examId);
  };
  return (
    <>
      <Card as="section" aria-labelledby="cau-co-loi" className={styles['step']}>
        <h2 id="cau-co-loi">{t('faulty.stepWish')}</h2>
        <p className={styles['prompt']} lang="vi">
          {item.prompt}
        </p>
        <WishFields item={item} values={values} onChange={change} />
        {examId && (
          <ScopeFields
            examName={statistics.examName ?? t('filter.thisExam')}
            isWhole={isWhole}
            onChange={(next) => {
              setIsWhole(next);
              forget();
            }}
          />
        )}
        <FieldError error={fault} />
        {!preview && <FormProblem problem={problem} />}
        <div>
          <Button look={preview ? 'outlined' : 'primary'} isBusy={busy === 'preview'} onClick={show}>
            {t(busy === 'preview' ? 'faulty.looking' : 'faulty.look')}
          </Button>
        </div>
      </Card>
      {preview && <PreviewPanel preview={preview} isRenewed={correcting.isRenewed} />}
      {preview && preview.changed > 0 && <ApplyForm correcting={correcting} preview={preview} />}
    </>
  );
}

interface ScopeFieldsProps {
  examName: string;
  isWhole: boolean;
  onChange: (isWhole: boolean) => void;
}

function ScopeFields({ examName, isWhole, onChange }: ScopeFieldsProps) {
  const { t } = useTranslation('marking');
  return (
    <FieldGroup legend={t('faulty.scope')}>
      <RadioCard
        name="pham-vi"
        title={t('faulty.scopeExam', { name: examName })}
        checked={!isWhole}
        onChange={() => onChange(false)}
      />
      <RadioCard
        name="pham-vi"
        title={t('faulty.scopeAll')}
        checked={isWhole}
        onChange={() => onChange(true)}
      >
        {t('faulty.scopeAllText')}
      </RadioCard>
    </FieldGroup>
  );
}
