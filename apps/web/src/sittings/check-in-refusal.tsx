// Why the door did not open, and what to do now. A wrong code is said at its field.
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconUserQuestion from '@tabler/icons-react/dist/esm/icons/IconUserQuestion.mjs';
import IconWifiOff from '@tabler/icons-react/dist/esm/icons/IconWifiOff.mjs';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatWhen } from '../platform/format.js';
import { serverNow } from '../platform/server-clock.js';
import type { Problem } from '../platform/problem.js';
import { problemWords } from '../platform/problem-words.js';
import { useMe } from '../platform/session.js';
import { Callout } from '../ui/notice.js';
import { OwnRooms } from './own-rooms.js';
import type { CheckingIn } from './use-check-in.js';

/** The words, read out when they appear; nothing when all is well. */
export function CheckInRefusal({ checking: { problem, isWaiting } }: { checking: CheckingIn }) {
  const frame = useRef<HTMLDivElement>(null);
  const code = problem?.code;
  // On a small phone it would appear under the bar at the foot: who pressed must see what came of it.
  useEffect(() => {
    if (code) frame.current?.scrollIntoView?.({ block: 'nearest' });
  }, [code]);
  // The frame is always there, so that what appears in it is read out.
  return (
    <div ref={frame} role="status">
      {problem && problem.code !== 'check-in.code-unknown' && (
        <Refusal problem={problem} isWaiting={isWaiting} />
      )}
    </div>
  );
}

function Refusal({ problem, isWaiting }: { problem: Problem; isWaiting: boolean }) {
  const { t } = useTranslation('sittings');
  const name = useMe()?.fullName ?? '';
  const { code, retryAt } = problem;
  if (code === 'check-in.not-open' && retryAt) {
    return (
      <Said icon={<IconClock size={22} aria-hidden="true" />} title={problemWords({ code, retryAt: null })}>
        {t('checkIn.opensAt', { time: formatWhen(retryAt, new Date(serverNow())) })}
      </Said>
    );
  }
  if (code === 'check-in.not-listed' || code === 'room.full') {
    const title = t(code === 'room.full' ? 'checkIn.full' : 'checkIn.notListed');
    return (
      <Said icon={<IconUserQuestion size={22} aria-hidden="true" />} title={title}>
        {t('checkIn.tell', { name })}
        <OwnRooms />
      </Said>
    );
  }
  if (code === 'exam.over') return <Said title={problemWords(problem)}>{t('checkIn.over')}</Said>;
  if (problem.isNetwork) {
    return (
      <Said icon={<IconWifiOff size={22} aria-hidden="true" />} title={t('checkIn.offline')}>
        {t('checkIn.again')}
      </Said>
    );
  }
  return <Said title={problemWords(problem)}>{isWaiting && t('checkIn.again')}</Said>;
}

function Said({ icon, title, children }: { icon?: ReactNode; title: string; children: ReactNode }) {
  return (
    <Callout tone="wait" icon={icon}>
      <strong>{title}</strong> {children}
    </Callout>
  );
}
