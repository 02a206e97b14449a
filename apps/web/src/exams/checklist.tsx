// The steps before an exam in their order: each done or missing, with its one button. The first that is missing is the main one.
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleDashed from '@tabler/icons-react/dist/esm/icons/IconCircleDashed.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import { exams, type ExamDetail } from '@onetouch/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.js';
import { call } from '../platform/call.js';
import { formatNumber } from '../platform/format.js';
import { Button, ButtonLink, type ButtonLook } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { classNames } from '../ui/class-names.js';
import { FormProblem } from '../ui/form-problem.js';
import { ProgressBar } from '../ui/progress-bar.js';
import { freeSeatsOf, type Step } from './check-steps.js';
import styles from './checklist.module.css';
import { type Doing, useDoing } from './use-doing.js';
import { names, noInvigilator, viewSearch } from './views.js';

interface StepProps {
  exam: ExamDetail;
  step: Step;
}

/** The list; what was just done is said below it. */
export function Checklist({ exam, steps }: { exam: ExamDetail; steps: Step[] }) {
  const { t } = useTranslation('exams');
  const doing = useDoing();
  const isBefore = exam.status === 'planned' || exam.status === 'ready';
  // Taken on by the server is not done: what was said of the papers gives way to what has come of it.
  const isDrawn =
    doing.doneName === 'papers' && steps.some(({ name, state }) => name === 'papers' && state === 'done');
  const main = isBefore ? steps.find(({ state }) => state === 'missing')?.name : undefined;
  return (
    <Card as="section" className={styles['list']} aria-labelledby="viec-can-lam">
      <h2 id="viec-can-lam">{t(exam.status === 'running' ? 'check.titleOn' : 'check.title')}</h2>
      <ol className={styles['steps']}>
        {steps.map((step) => (
          <li key={step.name} className={classNames(styles['step'], styles[step.state])}>
            <StateIcon state={step.state} />
            <div className={styles['words']}>
              <p className={styles['name']}>{t(`check.${step.name}`)}</p>
              <p className={styles['text']}>
                <strong>{t(`check.state.${step.state}`)}</strong>
                {'. '}
                <StepText exam={exam} step={step} />
              </p>
              {step.state === 'running' && <Drawing exam={exam} />}
            </div>
            <StepAction
              exam={exam}
              step={step}
              doing={doing}
              look={step.name === main ? 'primary' : step.state === 'done' ? 'text' : 'outlined'}
            />
          </li>
        ))}
      </ol>
      <FormProblem problem={doing.problem} />
      <p role="status" className={styles['said']}>
        {isDrawn && doing.done ? t('check.drawn') : doing.done}
      </p>
    </Card>
  );
}

function StateIcon({ state }: Pick<Step, 'state'>) {
  const Icon = { done: IconCircleCheck, missing: IconCircleDashed, running: IconClock }[state];
  return <Icon size={28} className={styles['icon']} aria-hidden="true" />;
}

function Drawing({ exam: { preparedCount, candidateCount } }: { exam: ExamDetail }) {
  const { t } = useTranslation('exams');
  const done = formatNumber(preparedCount);
  return (
    <ProgressBar
      value={preparedCount}
      max={candidateCount}
      label={t('check.papers')}
      text={`${done}/${formatNumber(candidateCount)}`}
    />
  );
}

function StepText({ exam, step }: StepProps): ReactNode {
  const { t } = useTranslation('exams');
  const { name, state, missing } = step;
  const count = missing;
  const number = formatNumber(missing);
  if (state === 'running') return t('check.papersRunning');
  if (state === 'done') return t(`check.done.${name}`, { number: formatNumber(doneNumber(exam, name)) });
  if (name === 'rooms')
    return exam.rooms.length === 0 ? t('check.noRooms') : t('check.seatsMissing', { count, number });
  if (name !== 'papers' && exam.rooms.length === 0) return t('check.afterRooms');
  if (exam.candidateCount === 0) return t('check.nobody');
  if (name === 'seats' && freeSeatsOf(exam) < missing) {
    const lacking = missing - freeSeatsOf(exam);
    return t('check.seatsTooFew', { count: lacking, number: formatNumber(lacking) });
  }
  return t(`check.left.${name}`, { count, number });
}

function doneNumber({ rooms, candidateCount }: ExamDetail, name: Step['name']): number {
  return name === 'seats' || name === 'papers' ? candidateCount : rooms.length;
}

/** Rooms and invigilators are mended in the view of rooms; seats and papers here; sheets on their own page. */
function StepAction({ exam, step, doing, look }: StepProps & { doing: Doing; look: ButtonLook }) {
  const { t } = useTranslation('exams');
  const { name, state } = step;
  const words = t(`check.${state === 'done' ? 'again' : 'action'}.${name}`);
  const params = { examId: exam.id };
  const acts = {
    seats: { work: () => call(exams.assign, { params }, { timeoutMs: 120_000 }), said: t('check.seated') },
    papers: { work: () => call(exams.prepare, { params }, { timeoutMs: 120_000 }), said: t('check.asked') },
  };
  // Without rooms there is nothing to name, to fill or to print.
  if (exam.rooms.length === 0 && name !== 'rooms' && name !== 'papers') return null;
  if (name === 'rooms')
    return (
      <ButtonLink look={look} to={{ search: viewSearch('rooms') }}>
        {words}
      </ButtonLink>
    );
  if (name === 'invigilators')
    return (
      <ButtonLink
        look={look}
        to={{ search: viewSearch('rooms', state === 'done' ? {} : { [names.room]: noInvigilator }) }}
      >
        {words}
      </ButtonLink>
    );
  if (name === 'codes')
    return (
      <ButtonLink look={look} to={paths.roomCodes(exam.id)}>
        {words}
      </ButtonLink>
    );
  if (name === 'seats' && state === 'done')
    return (
      <ButtonLink look="text" to={{ search: viewSearch('candidates') }}>
        {words}
      </ButtonLink>
    );
  // Papers that are drawn, or being drawn, ask for nothing.
  if (state !== 'missing') return null;
  const { work, said } = acts[name];
  return (
    <Button look={look} isBusy={doing.busy === name} onClick={() => void doing.run(name, work, said)}>
      {doing.busy === name ? t(`check.busy.${name}`) : words}
    </Button>
  );
}
