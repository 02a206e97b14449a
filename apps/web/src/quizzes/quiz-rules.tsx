// The rule of a test in plain words, and the name that the certificate will carry.
import IconCalendarTime from '@tabler/icons-react/dist/esm/icons/IconCalendarTime.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import IconShieldCheck from '@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconUserCheck from '@tabler/icons-react/dist/esm/icons/IconUserCheck.mjs';
import type { Quiz } from '@onetouch/contract';
import { completeRule } from '@onetouch/domain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { formatMinutes, formatPercent, formatWhen } from '../platform/format.js';
import { useMe } from '../platform/session.js';
import styles from './quiz-rules.module.css';

/** What the questions and the clock are like. */
function useTimeWords(quiz: Quiz): string[] {
  const { t } = useTranslation('quizzes');
  const {
    draw,
    timeLimitMinutes: usual,
    questionsPerPage,
    navigation,
    graceMinutes,
  } = completeRule(quiz.rule);
  const own = quiz.timeLimitMinutes;
  const size =
    questionsPerPage > 1
      ? t('quiz.pages', { draw, count: questionsPerPage })
      : t('quiz.questionsOnly', { draw });
  const extra = own !== null && usual !== null && own > usual ? own - usual : 0;
  const time = ((): string => {
    if (own === null) return t('quiz.untimed', { time: formatMinutes(quiz.minutes) });
    const limit = t('quiz.timed', { time: formatMinutes(own), grace: formatMinutes(graceMinutes) });
    return extra > 0 ? `${limit} ${t('quiz.extraTime', { time: formatMinutes(extra) })}` : limit;
  })();
  return [size, time, ...(navigation === 'one-way' ? [t('quiz.oneWay')] : [])];
}

/** When it can be done. */
function useWindowWords({ rule }: Quiz): string | null {
  const { t } = useTranslation('quizzes');
  const { opensAt, closesAt } = completeRule(rule);
  if (opensAt && closesAt) return t('quiz.window', { from: formatWhen(opensAt), to: formatWhen(closesAt) });
  if (opensAt) return t('quiz.windowFrom', { from: formatWhen(opensAt) });
  return closesAt ? t('quiz.windowTo', { to: formatWhen(closesAt) }) : null;
}

/** How often, and which attempt counts. */
function useAttemptWords(quiz: Quiz): string {
  const { t } = useTranslation('quizzes');
  const { attemptsAllowed: allowed } = quiz;
  const { attemptsAllowed: usual, pauseMinutes, counts } = completeRule(quiz.rule);
  const extra = allowed > usual ? ` ${t('quiz.extraAttempts', { count: allowed - usual })}` : '';
  if (allowed === 1) return t('quiz.attemptsOnce');
  const pause = pauseMinutes > 0 ? ` ${t('quiz.pause', { time: formatMinutes(pauseMinutes) })}` : '';
  return `${t('quiz.attempts', { allowed })}${extra} ${t(`quiz.counts.${counts}`)}${pause}`;
}

/** How it is marked, and what is shown of it when. */
function useMarkWords(quiz: Quiz): string[] {
  const { t } = useTranslation('quizzes');
  const { passPercent, draw, hasPartialCredit, wrongPercent, feedback, key } = completeRule(quiz.rule);
  const isPlain = !hasPartialCredit && wrongPercent === 0;
  const percent = formatPercent(passPercent);
  return [
    isPlain ? t('quiz.pass', { needed: quiz.passCount, draw, percent }) : t('quiz.passPoints', { percent }),
    ...(hasPartialCredit ? [t('quiz.partial')] : []),
    ...(wrongPercent > 0 ? [t('quiz.wrong', { percent: formatPercent(wrongPercent) })] : []),
    ...(feedback === 'at-once' ? [t('quiz.feedbackAtOnce')] : []),
    ...(key === 'after-close' ? [t('quiz.keyAfterClose')] : []),
  ];
}

/** A few lines, each one fact. */
export function QuizRules({ quiz }: { quiz: Quiz }) {
  const { t } = useTranslation('quizzes');
  const me = useMe();
  const period = useWindowWords(quiz);
  const lines: [typeof IconListCheck, string | null][] = [
    [IconCalendarTime, period],
    [quiz.timeLimitMinutes === null ? IconListCheck : IconClock, useTimeWords(quiz).join(' ')],
    [IconCircleCheck, useMarkWords(quiz).join(' ')],
    [IconRefresh, useAttemptWords(quiz)],
    [IconShieldCheck, t('quiz.saving')],
  ];
  return (
    <div>
      <h2 className={styles['title']}>{t('quiz.rules')}</h2>
      <ul className={styles['rules']}>
        {lines.map(
          ([Icon, words], index) =>
            words && (
              <li key={index}>
                <Icon size={22} aria-hidden="true" />
                <span>{words}</span>
              </li>
            ),
        )}
        {me && (
          <li>
            <IconUserCheck size={22} aria-hidden="true" />
            <span>
              {t('quiz.name')} <strong lang="vi">{me.fullName}</strong>. {t('quiz.nameCheck')}{' '}
              <Link to={paths.me()}>{t('quiz.nameFix')}</Link>.
            </span>
          </li>
        )}
      </ul>
    </div>
  );
}
