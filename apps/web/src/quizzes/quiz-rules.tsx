// The rule of a test in plain words, and the name that the certificate will carry.
import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import IconShieldCheck from '@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconUserCheck from '@tabler/icons-react/dist/esm/icons/IconUserCheck.mjs';
import type { Quiz } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { formatMinutes, formatPercent } from '../platform/format.js';
import { useMe } from '../platform/session.js';
import styles from './quiz-rules.module.css';

/** Four or five lines, each one fact. */
export function QuizRules({ quiz }: { quiz: Quiz }) {
  const { t } = useTranslation('quizzes');
  const me = useMe();
  const { draw, passPercent, attemptsAllowed, pauseMinutes } = quiz.rule;
  return (
    <div>
      <h2 className={styles['title']}>{t('quiz.rules')}</h2>
      <ul className={styles['rules']}>
        <li>
          <IconListCheck size={22} aria-hidden="true" />
          <span>{t('quiz.questions', { draw, time: formatMinutes(quiz.minutes) })}</span>
        </li>
        <li>
          <IconCircleCheck size={22} aria-hidden="true" />
          <span>{t('quiz.pass', { needed: quiz.passCount, draw, percent: formatPercent(passPercent) })}</span>
        </li>
        <li>
          <IconRefresh size={22} aria-hidden="true" />
          <span>
            {attemptsAllowed === 1
              ? t('quiz.attemptsOnce')
              : t('quiz.attempts', { allowed: attemptsAllowed })}{' '}
            {attemptsAllowed > 1 &&
              pauseMinutes > 0 &&
              t('quiz.pause', { time: formatMinutes(pauseMinutes) })}
          </span>
        </li>
        <li>
          <IconShieldCheck size={22} aria-hidden="true" />
          <span>{t('quiz.saving')}</span>
        </li>
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
