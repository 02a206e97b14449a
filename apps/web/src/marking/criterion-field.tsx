// Points for one criterion of the rubric: typed, or by one of three buttons.
import type { RubricCriterion } from '@onetouch/contract';
import type { ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPoints } from '../platform/format-points.js';
import { Chip } from '../ui/chip.js';
import { TextInput } from '../ui/text-input.js';
import styles from './task-page.module.css';
import { parsePoints, typedPoints } from '../platform/typed-points.js';

interface CriterionFieldProps {
  criterion: RubricCriterion;
  id: string;
  value: string;
  error: string | undefined;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  onBlur: () => void;
  onChoose: (value: string) => void;
}

/** None, half and all of the points are one press away. */
export function CriterionField({ criterion, value, onChoose, ...field }: CriterionFieldProps) {
  const { t } = useTranslation('marking');
  const { title, description, points } = criterion;
  const chosen = parsePoints(value);
  const shares = [0, Math.floor(points / 2), points];
  return (
    <div className={styles['criterion']}>
      <TextInput
        {...field}
        label={title}
        hint={
          <>
            {description && <span lang="vi">{description} </span>}
            {t('mark.most', { most: formatPoints(points) })}
          </>
        }
        value={value}
        inputMode="decimal"
        autoComplete="off"
        className={styles['points']}
      />
      <div role="group" aria-label={t('mark.quick', { name: title })} className={styles['quick']}>
        {shares.map((share) => (
          <Chip key={share} isOn={chosen === share} onClick={() => onChoose(typedPoints(share))}>
            {formatPoints(share)}
          </Chip>
        ))}
      </div>
    </div>
  );
}
