// The status of one person as a label: an icon and words, the colour only goes along.
import type { Board, BoardCandidate, CandidateStatus } from '@onetouch/contract';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconPlayerPause from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs';
import IconUserQuestion from '@tabler/icons-react/dist/esm/icons/IconUserQuestion.mjs';
import IconWifiOff from '@tabler/icons-react/dist/esm/icons/IconWifiOff.mjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag, type TagTone } from '../ui/tag.js';
import { awayMinutes, troubleOf } from './attention.js';

const looks: Record<CandidateStatus, { tone: TagTone; icon: ReactNode }> = {
  absent: { tone: 'plain', icon: <IconUserQuestion aria-hidden="true" /> },
  'checked-in': { tone: 'cham', icon: <IconClock aria-hidden="true" /> },
  working: { tone: 'cham', icon: <IconPencil aria-hidden="true" /> },
  offline: { tone: 'nghe', icon: <IconWifiOff aria-hidden="true" /> },
  paused: { tone: 'plain', icon: <IconPlayerPause aria-hidden="true" /> },
  submitted: { tone: 'la', icon: <IconCircleCheck aria-hidden="true" /> },
};

/** The label; minutes offline are those at the time of the board. */
export function StatusTag({
  candidate,
  board: { exam, serverTime },
}: {
  candidate: BoardCandidate;
  board: Pick<Board, 'exam' | 'serverTime'>;
}) {
  const { t } = useTranslation('invigilation');
  const { status } = candidate;
  const { tone, icon } = looks[status];
  const trouble = troubleOf(candidate, exam, serverTime);
  if (trouble === 'not-opened')
    return (
      <Tag tone="nghe" icon={<IconAlertTriangle aria-hidden="true" />}>
        {t('people.notOpened')}
      </Tag>
    );
  return (
    <Tag tone={trouble ? 'nghe' : tone} icon={icon}>
      {status === 'offline'
        ? t('people.status.offline', { count: awayMinutes(candidate, serverTime) })
        : t(`people.status.${status}`)}
    </Tag>
  );
}
