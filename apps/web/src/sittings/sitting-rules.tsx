// The rules of the exam in words: how long, how it is marked and passed, and what happens when the network or the time is gone.
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs';
import IconRoute from '@tabler/icons-react/dist/esm/icons/IconRoute.mjs';
import IconWifiOff from '@tabler/icons-react/dist/esm/icons/IconWifiOff.mjs';
import type { Sitting } from '@onetouch/contract';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMinutes, formatPercent, formatWhen } from '../platform/format.js';
import { serverNow } from '../platform/server-clock.js';
import { Card } from '../ui/card.js';
import styles from './lines.module.css';

function useRules({ exam }: Sitting): [typeof IconClock, string][] {
  const { t } = useTranslation('sittings');
  const { minutes, extraMinutes, questionCount, graceMinutes, navigation } = exam;
  const time = t('rules.time', { count: questionCount, time: formatMinutes(minutes + extraMinutes) });
  const extra = extraMinutes > 0 ? ` ${t('rules.extra', { time: formatMinutes(extraMinutes) })}` : '';
  const closes = ` ${t('rules.closes', { time: formatWhen(exam.closesAt, new Date(serverNow())) })}`;
  const grace =
    graceMinutes > 0 ? t('rules.grace', { time: formatMinutes(graceMinutes) }) : t('rules.noGrace');
  const { hasPartialCredit = false, wrongPercent = 0, feedback } = exam.rule;
  const marks = [
    t('rules.pass', { percent: formatPercent(exam.passPercent) }),
    ...(hasPartialCredit ? [t('rules.partial')] : []),
    ...(wrongPercent > 0 ? [t('rules.wrong', { percent: formatPercent(wrongPercent) })] : []),
    ...(feedback === 'at-once' ? [t('rules.feedbackAtOnce')] : []),
  ];
  return [
    [IconClock, time + extra + closes],
    [IconCircleCheck, marks.join(' ')],
    [IconRoute, t(navigation === 'one-way' ? 'rules.oneWay' : 'rules.free')],
    [IconWifiOff, t('rules.network')],
    [IconFlag, `${t('rules.over')} ${grace}`],
  ];
}

/** One line for each rule. */
export function SittingRules({ sitting }: { sitting: Sitting }) {
  const { t } = useTranslation('sittings');
  const titleId = useId();
  return (
    <Card as="section" aria-labelledby={titleId}>
      <h2 id={titleId} className={styles['title']}>
        {t('rules.title')}
      </h2>
      <ul className={styles['lines']}>
        {useRules(sitting).map(([Icon, words]) => (
          <li key={words}>
            <Icon size={22} aria-hidden="true" />
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
