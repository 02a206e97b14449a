// Putting a faulty question right, in three steps on one page: what is wrong, who changes and how, the reason. Nothing changes before
// the last one.
import { useTranslation } from 'react-i18next';
import { Link, useLoaderData } from 'react-router';
import { paths } from '../paths.js';
import { useLocalized } from '../platform/i18n.js';
import { ButtonLink } from '../ui/button.js';
import { EmptyNotice } from '../ui/notice.js';
import { PageHead } from '../ui/page-head.js';
import { PagePath } from '../ui/page-path.js';
import { StaffPage } from '../ui/staff-page.js';
import { CorrectingForm } from './correcting-form.js';
import { type FaultyData, readFaulty } from './read-faulty.js';

/** The question. */
export const loader = readFaulty;

/** The page. */
export function Component() {
  const { t } = useTranslation('marking');
  const inWords = useLocalized();
  const { statistics, item, examId } = useLoaderData<FaultyData>();
  const { courseId, lessonId, quizTitle } = statistics;
  const back = paths.quizDesk(courseId, lessonId, { examId });
  return (
    <StaffPage>
      <PageHead
        path={
          <PagePath>
            <Link to={back}>{t('faulty.back', { quiz: inWords(quizTitle) })}</Link>
          </PagePath>
        }
        title={t('faulty.title')}
        intro={t('faulty.intro')}
      />
      {item && statistics.abilities.correct ? (
        <CorrectingForm key={item.questionId} item={item} statistics={statistics} examId={examId} />
      ) : (
        <EmptyNotice
          title={t('faulty.unknown')}
          action={
            <ButtonLink look="outlined" isWide to={back}>
              {t('faulty.toFigures')}
            </ButtonLink>
          }
        >
          {t('faulty.unknownText')}
        </EmptyNotice>
      )}
    </StaffPage>
  );
}
