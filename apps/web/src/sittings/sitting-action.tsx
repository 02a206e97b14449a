// The one thing to do next about a sitting, as a button.
import type { Sitting } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.js';
import { ButtonLink, type ButtonLinkProps } from '../ui/button.js';
import type { Phase } from './phase.js';

/** Something waits to be done now, and not merely to be looked at. */
export function isUrgent(phase: Phase): boolean {
  return phase === 'check-in' || phase === 'waiting' || phase === 'starting' || phase === 'working';
}

interface SittingActionProps extends Pick<ButtonLinkProps, 'size' | 'isWide' | 'className'> {
  sitting: Sitting;
  phase: Phase;
  /** The one filled button of its screen. */
  isMain: boolean;
}

/** The button; where nothing is left to do it leads to the facts. */
export function SittingAction({ sitting, phase, isMain, ...rest }: SittingActionProps) {
  const { t } = useTranslation('sittings');
  const { id, attemptId, exam } = sitting;
  const target = (): [string, string] => {
    if (phase === 'check-in') return [paths.checkIn(), t('action.check-in')];
    if (phase === 'working' && attemptId) return [paths.attempt(attemptId), t('action.working')];
    if (phase === 'submitted' && attemptId) {
      const word = exam.status === 'released' ? t('action.released') : t('action.submitted');
      return [paths.result(attemptId), word];
    }
    if (phase === 'waiting') return [paths.sitting(id), t('action.waiting')];
    if (phase === 'starting') return [paths.sitting(id), t('action.starting')];
    return [paths.sitting(id), t('action.look')];
  };
  const [to, word] = target();
  return (
    <ButtonLink {...rest} to={to} look={isMain ? 'primary' : 'outlined'}>
      {word}
    </ButtonLink>
  );
}
