// What the exam is: its name, quiz, place and times, where it stands, and the way to its board.
import IconLayoutGrid from '@tabler/icons-react/dist/esm/icons/IconLayoutGrid.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import type { ExamDetail } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.js';
import { useLocalized } from '../platform/i18n.js';
import { ButtonLink } from '../ui/button.js';
import { PageHead } from '../ui/page-head.js';
import styles from './exam-page.module.css';
import { StatusTag, untilWords, dateTimeWords } from './exam-status.js';
import { ExamsPath } from './exams-path.js';

/** The top of the page. The board is the main thing from check-in to the end. */
export function ExamHead({ exam }: { exam: ExamDetail }) {
  const { t } = useTranslation('exams');
  const inWords = useLocalized();
  const { id, name, quizTitle, courseTitle, place, organisation, startsAt, closesAt, status } = exam;
  const isOn = status === 'check-in' || status === 'running';
  const where = [organisation?.name, place.fullName].filter(Boolean).join(', ');
  return (
    <PageHead
      title={name}
      path={<ExamsPath />}
      action={
        <div className={styles['headActions']}>
          {exam.abilities.edit && (
            <ButtonLink
              to={paths.editExam(id)}
              look="outlined"
              icon={<IconPencil size={20} aria-hidden="true" />}
            >
              {t('edit')}
            </ButtonLink>
          )}
          {exam.abilities.invigilate && exam.roomCount > 0 && (
            <ButtonLink
              to={paths.board(id)}
              look={isOn ? 'primary' : 'outlined'}
              icon={<IconLayoutGrid size={20} aria-hidden="true" />}
            >
              {t('board')}
            </ButtonLink>
          )}
        </div>
      }
    >
      <p className={styles['quiz']}>{[inWords(quizTitle), inWords(courseTitle)].join(' · ')}</p>
      <p className={styles['facts']}>
        <span>{t('head.when', { start: dateTimeWords(startsAt), end: untilWords(startsAt, closesAt) })}</span>
        <span>{where}</span>
        <StatusTag status={status} />
      </p>
    </PageHead>
  );
}
