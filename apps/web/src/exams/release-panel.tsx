// Giving results out: what it does, what stands in its way, and one question before it is done, because it cannot be taken back.
import { exams, type ExamDetail, type ExamResultTotals } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../platform/call.js';
import { formatNumber } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { Dialog } from '../ui/dialog.js';
import { FormProblem } from '../ui/form-problem.js';
import { Callout } from '../ui/notice.js';
import { dateTimeWords } from './exam-status.js';
import styles from './exam-page.module.css';
import { useDoing } from './use-doing.js';

interface ReleaseProps {
  exam: ExamDetail;
  totals: ExamResultTotals;
}

type T = ReturnType<typeof useTranslation<'exams'>>['t'];

/** What is not finished yet, in sentences; empty when nothing stands in the way. */
function hindrances({ exam, totals }: ReleaseProps, t: T): string[] {
  const { candidates, submitted, absent, marking } = totals;
  const working = Math.max(0, candidates - submitted - absent);
  const isRunning = exam.status === 'running';
  return [
    working > 0 && t('release.working', { count: working, number: formatNumber(working) }),
    marking > 0 && t('release.marking', { count: marking, number: formatNumber(marking) }),
    working === 0 && isRunning && t('release.running', { time: dateTimeWords(exam.closesAt) }),
  ].filter((line) => typeof line === 'string');
}

/** Until when answers given in time on a device without a network are still taken; null once that is over. */
function graceEnd({ closesAt, rule }: ExamDetail): Date | null {
  const end = new Date(Date.parse(closesAt) + (rule.graceMinutes ?? 30) * 60_000);
  return end > new Date() ? end : null;
}

/** The panel; one line once the results are out, or where they come out by themselves. */
export function ReleasePanel(props: ReleaseProps) {
  const { exam } = props;
  const { t } = useTranslation('exams');
  const { releasedAt, releasedBy, release } = exam;
  if (releasedAt)
    return (
      <Callout tone="done">
        {t('next.released', { time: dateTimeWords(releasedAt), name: releasedBy ?? '' })}
      </Callout>
    );
  if (release === 'at-once') return <Callout>{t('release.byItself')}</Callout>;
  return exam.abilities.release ? <Panel {...props} /> : null;
}

function Panel(props: ReleaseProps) {
  const { exam, totals } = props;
  const { t } = useTranslation('exams');
  const doing = useDoing();
  const [isAsking, setIsAsking] = useState(false);
  const [isTold, setIsTold] = useState(false);
  const reasons = hindrances(props, t);
  const isHindered = totals.candidates - totals.submitted - totals.absent > 0 || totals.marking > 0;
  const grace = graceEnd(exam);
  const send = async () => {
    const params = { examId: exam.id };
    const isDone = await doing.run(
      'release',
      () => call(exams.release, { params }, { timeoutMs: 120_000 }),
      '',
    );
    if (isDone) setIsAsking(false);
  };
  // The button is never dead: pressed too early it says what is missing.
  const press = () => (isHindered ? setIsTold(true) : setIsAsking(true));
  const count = totals.candidates - totals.absent;
  return (
    <Card as="section" look="go" className={styles['rule']} aria-labelledby="cong-bo">
      <h3 id="cong-bo">{t('release.title')}</h3>
      <p>{t('release.what')}</p>
      {reasons.length > 0 && (
        <ul className={styles['lines']}>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {grace && <p className={styles['warn']}>{t('release.grace', { time: dateTimeWords(grace) })}</p>}
      <div role="alert">
        {isTold && isHindered && <p className={styles['warn']}>{t('release.notYet')}</p>}
      </div>
      <div>
        <Button size="large" look={exam.status === 'running' ? 'outlined' : 'primary'} onClick={press}>
          {t('release.action')}
        </Button>
      </div>
      <Dialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('release.ask', { count, number: formatNumber(count) })}
        actions={
          <>
            <Button isBusy={doing.busy !== null} onClick={() => void send()}>
              {t(doing.busy ? 'release.busy' : 'release.action')}
            </Button>
            <Button look="outlined" onClick={() => setIsAsking(false)}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <p>{t('release.askText')}</p>
        {reasons.map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
        {grace && <p className={styles['warn']}>{t('release.grace', { time: dateTimeWords(grace) })}</p>}
        <FormProblem problem={doing.problem} />
      </Dialog>
    </Card>
  );
}
