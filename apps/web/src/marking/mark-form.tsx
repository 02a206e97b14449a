// The rubric to fill in: points per criterion, a comment, on to the next. Enter leads from field to field, Ctrl with Enter sends.
import { limits, marking, type MarkingTask } from '@onetouch/contract';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '../paths.js';
import { call } from '../platform/call.js';
import { formatPoints } from '../platform/format-points.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { FormProblem } from '../ui/form-problem.js';
import { TextArea } from '../ui/text-input.js';
import { useForm } from '../ui/use-form.js';
import { CriterionField } from './criterion-field.js';
import { searchOf } from './read-queue.js';
import styles from './task-page.module.css';
import { parsePoints } from '../platform/typed-points.js';

/** Typed points by criterion, and the comment; criteria are named apart from it. */
type Values = Record<string, string>;
const commentName = 'comment';
const nameOf = (criterionId: string) => `diem-${criterionId}`;

function initialOf({ essay }: MarkingTask): Values {
  return Object.fromEntries([...essay.rubric.map(({ id }) => [nameOf(id), '']), [commentName, '']]);
}

interface MarkFormProps {
  task: MarkingTask;
  /** The next one is of it; empty: of any. */
  courseId: string;
}

function useMarkForm({ task, courseId }: MarkFormProps) {
  const { t } = useTranslation('marking');
  const navigate = useNavigate();
  const { rubric } = task.essay;
  const check = (values: Values): Values =>
    Object.fromEntries(
      rubric.flatMap(({ id, title, points }) => {
        const typed = parsePoints(values[nameOf(id)] ?? '');
        const isRight = typed !== null && typed <= points;
        return isRight ? [] : [[nameOf(id), t('mark.fault', { name: title, most: formatPoints(points) })]];
      }),
    );
  const send = async (values: Values) => {
    const { attemptId, questionId } = task;
    const criteria = rubric.map(({ id }) => ({
      criterionId: id,
      points: parsePoints(values[nameOf(id)] ?? '') ?? 0,
    }));
    const body = { criteria, comment: values[commentName]?.trim() ?? '' };
    const query = { courseId: courseId || undefined };
    const answer = await call(marking.mark, { params: { attemptId, questionId }, query, body });
    const next = answer.nextTask;
    const search = searchOf(courseId);
    const to = next ? paths.markingTask(next, search) : paths.marking(search);
    await navigate(to, { state: { said: saidWords(answer) } });
  };
  const saidWords = ({ settled, marks, points }: MarkingTask) => {
    const possible = formatPoints(points);
    const own = formatPoints(marks.find(({ isOwn }) => isOwn)?.points ?? 0);
    if (!settled) return t('mark.saidWaiting', { points: own, possible });
    return t('mark.said', { points: formatPoints(settled.points), possible });
  };
  return useForm<Values>({ id: 'cham', initial: initialOf(task), check, send });
}

/** The form of one essay. */
export function MarkForm({ task, courseId }: MarkFormProps) {
  const { t } = useTranslation('marking');
  const form = useMarkForm({ task, courseId });
  const { rubric } = task.essay;
  const typed = rubric.map(({ id }) => parsePoints(form.values[nameOf(id)] ?? ''));
  const sum = typed.reduce<number>((total, points) => total + (points ?? 0), 0);
  return (
    <Card as="section" aria-labelledby="thang-diem">
      {/* Keys bubble up from the fields; the form itself is no control. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        noValidate
        className={styles['form']}
        onKeyDown={(event) => sendByKeys(event, () => void form.submit())}
        onSubmit={(event) => void form.submit(event)}
      >
        <div className={styles['formHead']}>
          <h2 id="thang-diem">{t('mark.title')}</h2>
          <output aria-live="off" className={styles['sum']}>
            {t('given.of', { points: formatPoints(sum), possible: formatPoints(task.points) })}
          </output>
        </div>
        {task.marksNeeded > 1 && !task.isDecider && <p className={styles['small']}>{t('mark.double')}</p>}
        <ErrorSummary faults={form.faults} attempt={form.attempt} />
        {rubric.map((criterion) => (
          <CriterionField
            key={criterion.id}
            criterion={criterion}
            {...form.text(nameOf(criterion.id))}
            onChoose={(value) => form.choose(nameOf(criterion.id), value)}
          />
        ))}
        <TextArea
          {...form.text(commentName)}
          label={t('mark.comment')}
          hint={t('mark.commentHint')}
          isOptional
          maxLength={limits.incidentLength}
          rows={4}
        />
        <FormProblem problem={form.problem} />
        <div className={styles['send']}>
          <Button type="submit" size="large" isBusy={form.isBusy}>
            {t(form.isBusy ? 'mark.busy' : task.nextTask ? 'mark.submitNext' : 'mark.submit')}
          </Button>
          <span className={styles['keys']}>{t('mark.keys')}</span>
        </div>
      </form>
    </Card>
  );
}

/** Enter in a field of points goes to the next field instead of sending half a mark. */
function sendByKeys(event: KeyboardEvent<HTMLFormElement>, send: () => void) {
  if (event.key !== 'Enter') return;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    return send();
  }
  if (!(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('input, textarea')];
  fields[fields.indexOf(event.target) + 1]?.focus();
}
