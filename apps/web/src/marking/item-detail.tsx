// One question: its two figures on their scales, what was chosen by whom, and what to do about it.
import type { ItemStatistics, QuizStatistics } from '@onetouch/contract';
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { paths } from '../paths.js';
import { formatNumber } from '../platform/format.js';
import { ButtonLink } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { useIsNarrow } from '../ui/use-is-narrow.js';
import { names, withPart } from './desk-search.js';
import { formatIndex, formatShare } from './figures.js';
import { ItemAdvice } from './item-advice.js';
import { ItemOptions } from './item-options.js';
import styles from './items.module.css';
import { JudgementTag } from './judgement-tag.js';
import type { NumberedItem } from './numbered-item.js';

interface ItemDetailProps {
  item: NumberedItem;
  statistics: QuizStatistics;
}

/** The panel beside the list; on a phone with the way back to it. */
export function ItemDetail({ item, statistics }: ItemDetailProps) {
  const { t } = useTranslation('marking');
  const isNarrow = useIsNarrow();
  const [address] = useSearchParams();
  const examId = address.get(names.exam);
  const { courseId, lessonId, abilities } = statistics;
  return (
    <div className={styles['column']}>
      {isNarrow && <BackToList />}
      <Card as="section" aria-labelledby="cau-dang-xem" className={styles['detail']}>
        <div className={styles['detailHead']}>
          <p className={styles['small']}>
            {t('item.number', { number: item.number })} · {t(`kind.${item.kind}`)}
          </p>
          <JudgementTag judgement={item.judgement} />
        </div>
        <h3 id="cau-dang-xem" lang="vi">
          {item.prompt}
        </h3>
        <Scales item={item} />
        {item.options.length > 0 && <ItemOptions item={item} />}
        <ItemAdvice item={item} />
        <Rest item={item} />
        {abilities.correct && (
          <div>
            <ButtonLink
              look="outlined"
              icon={<IconFlag size={20} aria-hidden="true" />}
              to={{
                pathname: paths.faultyQuestion(courseId, lessonId, item.questionId),
                search: examId ? `?${new URLSearchParams({ [names.exam]: examId })}` : '',
              }}
            >
              {t('item.faulty')}
            </ButtonLink>
          </div>
        )}
      </Card>
    </div>
  );
}

function BackToList() {
  const { t } = useTranslation('marking');
  const [address] = useSearchParams();
  const next = withPart(address, 'question', '');
  return (
    <div>
      <ButtonLink
        look="text"
        icon={<IconArrowLeft size={20} aria-hidden="true" />}
        to={{ search: next.size > 0 ? `?${next}` : '' }}
        preventScrollReset
      >
        {t('item.back')}
      </ButtonLink>
    </div>
  );
}

interface ScaleProps {
  value: number | null;
  from: number;
  to: number;
}

/** Where a figure lies between 0 and 1, and where it should. */
function Scale({ value, from, to }: ScaleProps) {
  const place = value === null ? null : Math.min(1, Math.max(0, value)) * 100;
  return (
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" className={styles['scale']}>
      <rect width="100" height="4" y="1" className={styles['scaleGround']} />
      <rect x={from * 100} width={(to - from) * 100} height="4" y="1" className={styles['scaleGood']} />
      {place !== null && (
        <rect
          x={Math.min(99, Math.max(0, place - 0.5))}
          width="1.2"
          height="6"
          className={styles['scaleAt']}
        />
      )}
    </svg>
  );
}

function Scales({ item: { facilityIndex, discriminationIndex } }: { item: ItemStatistics }) {
  const { t } = useTranslation('marking');
  return (
    <dl className={styles['scales']}>
      <div>
        <dt>{t('item.facility')}</dt>
        <dd className={styles['large']}>{formatIndex(facilityIndex)}</dd>
        <dd className={styles['small']}>
          <Scale value={facilityIndex} from={0.3} to={0.8} />
          {t('item.facilityGood')}
        </dd>
      </div>
      <div>
        <dt>{t('item.discrimination')}</dt>
        <dd className={styles['large']}>{formatIndex(discriminationIndex)}</dd>
        <dd className={styles['small']}>
          <Scale value={discriminationIndex} from={0.2} to={1} />
          {t('item.discriminationGood')}
        </dd>
      </div>
    </dl>
  );
}

/** What few ask for, behind a word. */
function Rest({ item }: { item: ItemStatistics }) {
  const { t } = useTranslation('marking');
  const facts = [
    [t('item.attempts'), formatNumber(item.attempts)],
    [t('item.unanswered'), formatNumber(item.unanswered)],
    [t('item.deviation'), formatIndex(item.standardDeviation)],
    [t('item.guess'), formatIndex(item.randomGuessScore)],
    [t('item.intended'), formatShare(item.intendedWeight)],
    [t('item.effective'), formatShare(item.effectiveWeight)],
    [t('item.efficiency'), formatIndex(item.discriminativeEfficiency)],
  ] as const;
  return (
    <details className={styles['rest']}>
      <summary>{t('item.rest')}</summary>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
