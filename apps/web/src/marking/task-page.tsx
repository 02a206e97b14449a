// One essay: what was written on the left, the rubric on the right. After the mark the next one comes by itself.
import { marking, type MarkingTask } from '@onetouch/contract';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { useTranslation } from 'react-i18next';
import { Link, useLoaderData, useLocation, useSearchParams, type LoaderFunctionArgs } from 'react-router';
import { paths } from '../paths.js';
import { call } from '../platform/call.js';
import { formatNumber, formatWhen } from '../platform/format.js';
import { useLocalized } from '../platform/i18n.js';
import { ButtonLink } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { dotted } from '../ui/dotted.js';
import { Callout } from '../ui/notice.js';
import { PageHead } from '../ui/page-head.js';
import { PagePath } from '../ui/page-path.js';
import { StaffPage } from '../ui/staff-page.js';
import { GivenMarks } from './given-marks.js';
import { MarkForm } from './mark-form.js';
import { courseIn, searchOf } from './read-queue.js';
import styles from './task-page.module.css';

/** The essay. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<MarkingTask> {
  const key = { attemptId: params['attemptId'] ?? '', questionId: params['questionId'] ?? '' };
  const courseId = courseIn(new URL(request.url).searchParams) || undefined;
  return call(marking.read, { params: key, query: { courseId } }, { signal: request.signal });
}

/** The page; another essay begins afresh. */
export function Component() {
  const { t } = useTranslation('marking');
  const inWords = useLocalized();
  const task = useLoaderData<MarkingTask>();
  const { state } = useLocation() as { state: { said?: string } | null };
  const courseId = useCourse();
  const { courseTitle, quizTitle, examName, submittedAt } = task;
  const where = dotted(examName, inWords(quizTitle), inWords(courseTitle));
  return (
    <StaffPage>
      <PageHead
        path={
          <PagePath>
            <Link to={paths.marking(searchOf(courseId))}>{t('task.back')}</Link>
          </PagePath>
        }
        title={t('task.title')}
        intro={`${where} · ${t('queue.submitted', { when: formatWhen(submittedAt) })}`}
      />
      <div role="status">
        {state?.said && (
          <Callout tone="done" icon={<IconCircleCheck size={20} aria-hidden="true" />}>
            {state.said}
          </Callout>
        )}
      </div>
      <div className={styles['halves']}>
        <Essay task={task} />
        <Marking key={`${task.attemptId} ${task.questionId}`} task={task} courseId={courseId} />
      </div>
    </StaffPage>
  );
}

/** Of the queue from which this essay was opened; empty: all. */
const useCourse = () => courseIn(useSearchParams()[0]);

function Essay({ task: { prompt, text, words, essay, explanation } }: { task: MarkingTask }) {
  const { t } = useTranslation('marking');
  return (
    <Card as="section" aria-labelledby="bai-viet" className={styles['essay']}>
      <h2 lang="vi" className={styles['prompt']}>
        {prompt}
      </h2>
      <details className={styles['guide']}>
        <summary>{t('task.guide')}</summary>
        <p lang="vi">{explanation}</p>
      </details>
      <h3 id="bai-viet">{t('task.text')}</h3>
      <p className={styles['small']}>
        {t('task.words', { count: words, number: formatNumber(words), most: formatNumber(essay.maxWords) })}
      </p>
      <div lang="vi" className={styles['text']}>
        {text || t('task.empty')}
      </div>
    </Card>
  );
}

interface TaskProps {
  task: MarkingTask;
  courseId: string;
}

/** The form, or what stands when this person has nothing more to do here. */
function Marking({ task, courseId }: TaskProps) {
  const { t } = useTranslation('marking');
  const isDone = task.settled !== null || task.marks.some(({ isOwn }) => isOwn);
  return (
    <div className={styles['side']}>
      {task.isDecider && !isDone && <Callout tone="wait">{t('task.deciderText')}</Callout>}
      {task.marks.length > 0 && <GivenMarks task={task} />}
      {isDone ? <Next task={task} courseId={courseId} /> : <MarkForm task={task} courseId={courseId} />}
    </div>
  );
}

function Next({ task: { nextTask }, courseId }: TaskProps) {
  const { t } = useTranslation('marking');
  const search = searchOf(courseId);
  return (
    <div>
      {nextTask ? (
        <ButtonLink to={paths.markingTask(nextTask, search)} size="large">
          {t('task.next')}
        </ButtonLink>
      ) : (
        <ButtonLink to={paths.marking(search)} look="outlined">
          {t('task.toQueue')}
        </ButtonLink>
      )}
    </div>
  );
}
