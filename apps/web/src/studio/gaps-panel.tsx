// What is to be done before the draft can be saved or published, each with a link to its place.
import type { CourseDocument, Draft } from '@onetouch/contract';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { localized } from '../platform/i18n.js';
import { lessonsOf } from './document-edits.js';
import type { Fault } from './document-faults.js';
import { faultWords } from './fault-words.js';
import { gapPlace, gapsOf } from './gap-place.js';
import { searchOf, type Place } from './place.js';
import styles from './side-panel.module.css';
import { useStudio } from './studio-context.js';

interface Row {
  key: string;
  words: string;
  where: string;
  to: { search: string; hash: string };
}
const hashOf = (target: string | undefined) => (target ? `#${target}` : '');
const faultsShown = 8;

function useFaultRows(document: CourseDocument, faults: readonly Fault[]): Row[] {
  const { t } = useTranslation('studio');
  const nameOf = (place: Place) => {
    if (place.kind === 'course') return t('outline.course');
    const part =
      place.kind === 'module'
        ? document.modules.find(({ id }) => id === place.moduleId)
        : lessonsOf(document).find(({ id }) => id === place.lessonId);
    return (part && localized(part.title)) || t('unnamed');
  };
  return faults.slice(0, faultsShown).map((fault) => ({
    key: fault.fieldId,
    words: faultWords(fault, t),
    where: nameOf(fault.place),
    to: { search: searchOf(fault.place), hash: hashOf(fault.fieldId) },
  }));
}

/** What keeps the draft from being saved first, then what keeps it from being published. */
export function GapsPanel({ document, draft }: { document: CourseDocument; draft: Draft }) {
  const { t } = useTranslation('studio');
  const { faults } = useStudio();
  const faultRows = useFaultRows(document, faults);
  const gapRows = gapsOf(document, draft.gaps).map((gap, index): Row => {
    const { place, target } = gapPlace(document, gap);
    return {
      key: `${index} ${gap.code}`,
      words: t(`gap.${gap.code}`),
      where: gap.where.join(' › '),
      to: { search: searchOf(place), hash: hashOf(target) },
    };
  });
  return (
    <section aria-labelledby="gaps" className={styles['section']}>
      {faultRows.length > 0 && (
        <>
          <h2 className={styles['title']}>{t('gap.toSave', { count: faults.length })}</h2>
          <Rows rows={faultRows} />
        </>
      )}
      <h2 id="gaps" className={styles['title']}>
        {t('gap.title')}
      </h2>
      {gapRows.length > 0 ? (
        <Rows rows={gapRows} />
      ) : (
        <p className={styles['good']}>
          <IconCircleCheck size={20} aria-hidden="true" />
          {t('gap.none')}
        </p>
      )}
    </section>
  );
}

function Rows({ rows }: { rows: Row[] }) {
  return (
    <ul className={styles['gaps']}>
      {rows.map(({ key, words, where, to }) => (
        <li key={key} className={styles['gap']}>
          <IconAlertTriangle size={20} aria-hidden="true" />
          <Link to={to}>
            {words}
            {where && <small>{where}</small>}
          </Link>
        </li>
      ))}
    </ul>
  );
}
