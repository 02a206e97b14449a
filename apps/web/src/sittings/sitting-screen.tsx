// The page before an exam: one panel for the moment, and beside it place, rules and what this device can do.
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import type { Sitting } from '@onetouch/contract';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { paths } from '../paths.js';
import { Card } from '../ui/card.js';
import { PlainHeader, PlainMain } from '../ui/layout/plain-layout.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import { BeforePanel } from './before-panel.js';
import { DeviceCheck } from './device-check.js';
import { isPast } from './phase.js';
import type { Loaded } from './read-sittings.js';
import { SittingFacts } from './sitting-facts.js';
import { SittingRules } from './sitting-rules.js';
import styles from './sitting-screen.module.css';
import { SittingState } from './sitting-state.js';
import { StartPanel } from './start-panel.js';
import { useSittingPhase } from './use-sitting-phase.js';
import { useSitting } from './use-sitting.js';
import { useStarting } from './use-starting.js';
import { WaitingPanel } from './waiting-panel.js';

/** Once another device has begun, or handed in, this one follows. */
function useFollowing({ attemptId, submittedAt }: Sitting) {
  const navigate = useNavigate();
  useEffect(() => {
    if (!attemptId) return;
    void navigate(submittedAt ? paths.result(attemptId) : paths.attempt(attemptId), { replace: true });
  }, [attemptId, submittedAt, navigate]);
}

/** The screen; everything on it goes by the server's clock. */
export function SittingScreen({ loaded }: { loaded: Loaded<Sitting> }) {
  const { t } = useTranslation('sittings');
  const live = useSitting(loaded);
  const { sitting } = live;
  const { phase, isBegun } = useSittingPhase(sitting);
  const starting = useStarting(sitting, phase === 'starting');
  useFollowing(sitting);
  const isOpening = phase === 'starting' || (phase === 'waiting' && isBegun);
  const { refusal } = starting;
  const isOver = phase === 'missed' || refusal?.code === 'exam.over';
  const isOut = refusal?.code === 'candidate.not-checked-in';
  const state = isOut ? 'check-in' : isOver ? 'missed' : phase;
  const panel = () => {
    if (isOver) return <BeforePanel sitting={sitting} phase="missed" isBegun={isBegun} />;
    if (isOpening) return <StartPanel sitting={sitting} starting={starting} onSitting={live.take} />;
    if (phase === 'waiting') return <WaitingPanel sitting={sitting} isKept={live.isKept} />;
    return <BeforePanel sitting={sitting} phase={phase} isBegun={isBegun} />;
  };
  return (
    <>
      <PlainHeader
        start={
          <Link to={paths.sittings()} className={styles['back']}>
            <IconArrowLeft size={24} aria-hidden="true" />
            <span>{t('screen.back')}</span>
          </Link>
        }
      />
      <PlainMain className={styles['main']}>
        <div className={styles['head']}>
          <h1 lang="vi">{sitting.exam.name}</h1>
          <SittingState sitting={sitting} moment={{ phase: state, isBegun }} />
        </div>
        <VisuallyHidden role="status">
          {isOpening && !isOver && !refusal
            ? t(starting.trouble?.problem.isNetwork ? 'start.offline' : 'start.said')
            : ''}
        </VisuallyHidden>
        <div className={styles['panel']}>{panel()}</div>
        <Card as="section" aria-label={t('facts.title')}>
          <SittingFacts sitting={sitting} hasName />
        </Card>
        {!isOver && !isPast(phase) && (
          <>
            <div className={styles['rules']}>
              <SittingRules sitting={sitting} />
            </div>
            {phase === 'waiting' && <DeviceCheck live={live} />}
          </>
        )}
      </PlainMain>
    </>
  );
}
