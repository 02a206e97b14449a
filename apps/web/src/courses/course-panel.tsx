// How far one is, the main button, loading onto the device, and the facts. Beside the page on large screens.
import type { CoursePage, EnrolmentDetail } from '@onetouch/contract';
import IconCertificate from '@tabler/icons-react/dist/esm/icons/IconCertificate.mjs';
import IconPlayerPlayFilled from '@tabler/icons-react/dist/esm/icons/IconPlayerPlayFilled.mjs';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { formatPercent } from '../platform/format.js';
import { isProblem, type Problem } from '../platform/problem.js';
import { problemWords } from '../platform/problem-words.js';
import { useMe } from '../platform/session.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { ProgressBar } from '../ui/progress-bar.js';
import { CourseFacts } from './course-facts.js';
import styles from './course-panel.module.css';
import { canDownload } from './download-records.js';
import type { CourseAction, CourseActionState } from './use-course-action.js';

const DownloadPanel = lazy(async () => ({
  default: (await import('./download-panel.js')).DownloadPanel,
}));

export interface CoursePanelProps {
  course: CoursePage;
  enrolment: EnrolmentDetail | Problem | null;
  action: CourseActionState;
}

/** The panel; on phones its main button stands at the bottom of the screen, and the facts at the end of the page. */
export function CoursePanel({ course, enrolment, action }: CoursePanelProps) {
  const { t } = useTranslation('courses');
  const me = useMe();
  const { revalidate } = useRevalidator();
  const own = isProblem(enrolment) ? null : enrolment;
  const mayDownload = canDownload() && !isProblem(enrolment) && (own !== null || course.isOpen);
  return (
    <Card as="section" className={styles['panel']} aria-label={t('course.panel')}>
      {isProblem(enrolment) && (
        <div className={styles['problem']}>
          <p role="alert">{t('course.enrolmentUnknown')}</p>
          <p className={styles['hint']}>{problemWords(enrolment)}</p>
          <Button look="outlined" isWide onClick={() => void revalidate()}>
            {t('course.retry')}
          </Button>
        </div>
      )}
      {own && <Progress enrolment={own} />}
      {enrolment === null && <Hint course={course} isVisitor={me === null} />}
      <div className={styles['main']}>
        <MainButton action={action} />
      </div>
      {action.second && <ActionButton action={action.second} state={action} look="outlined" />}
      <ActionProblem state={action} />
      {mayDownload && (
        <Suspense fallback={null}>
          <DownloadPanel plan={{ course, enrolment: own, personId: me?.id ?? null }} />
        </Suspense>
      )}
      <div className={styles['facts']}>
        <CourseFacts course={course} enrolment={own} />
      </div>
    </Card>
  );
}

/** What enrolling is good for, and what goes without. */
function Hint({ course, isVisitor }: { course: CoursePage; isVisitor: boolean }) {
  const { t } = useTranslation('courses');
  return (
    <p className={styles['hint']}>
      {!course.isOpen && `${t('course.closed')} `}
      {course.isOpen && isVisitor && `${t('course.open')} `}
      {t('course.enrolFor')}
    </p>
  );
}

function Progress({ enrolment: { steps, percent, completedAt } }: { enrolment: EnrolmentDetail }) {
  const { t } = useTranslation('courses');
  return (
    <div className={styles['progress']}>
      <p className={styles['steps']}>
        <strong>{completedAt ? t('progress.complete') : t('progress.done', { ...steps })}</strong>
        <span>{formatPercent(percent)}</span>
      </p>
      <ProgressBar
        value={steps.done}
        max={steps.total}
        label={t('progress.label')}
        tone={completedAt ? 'done' : 'primary'}
      />
    </div>
  );
}

/** The filled button, with the sign of what it opens: something to learn, or the certificate. */
export function MainButton({ action }: { action: CourseActionState }) {
  return action.main && <ActionButton action={action.main} state={action} look="primary" />;
}

/** Why the last press did not do anything. */
export function ActionProblem({ state }: { state: CourseActionState }) {
  return (
    <p role="alert" className={styles['refused']}>
      {state.problem && problemWords(state.problem)}
    </p>
  );
}

interface ActionButtonProps {
  action: CourseAction;
  state: CourseActionState;
  look: 'primary' | 'outlined';
}

function ActionButton({ action, state, look }: ActionButtonProps) {
  const { t } = useTranslation('courses');
  const { label, to, press } = action;
  const Icon = action.isCertificate ? IconCertificate : IconPlayerPlayFilled;
  const shape = {
    look,
    isWide: true,
    ...(look === 'primary' && {
      size: 'large' as const,
      icon: <Icon size={20} aria-hidden="true" />,
    }),
  };
  if (to !== undefined) {
    return (
      <ButtonLink {...shape} to={to}>
        {label}
      </ButtonLink>
    );
  }
  return (
    <Button {...shape} isBusy={state.isBusy} onClick={() => press && void state.press(press)}>
      {state.isBusy ? t(press === 'claim' ? 'action.claiming' : 'action.enrolling') : label}
    </Button>
  );
}
