// One correction: what was put right and why, whom it changed, and the passes about which a person still has to decide.
import type { CorrectionChange } from '@onetouch/contract';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLoaderData, useLocation, useRevalidator } from 'react-router';
import { paths } from '../paths.js';
import { formatNumber, formatWhen } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { Callout } from '../ui/notice.js';
import { PageHead } from '../ui/page-head.js';
import { PagePath } from '../ui/page-path.js';
import { StaffPage } from '../ui/staff-page.js';
import { Pager } from '../ui/pager.js';
import { Tag } from '../ui/tag.js';
import { ChangeList } from './change-list.js';
import { CorrectionNumbers } from './correction-list.js';
import { DecideDialog } from './decide-dialog.js';
import styles from './desk.module.css';
import { type CorrectionData, readCorrection } from './read-correction.js';

/** The correction and whom it changed. */
export const loader = readCorrection;

/** The page. */
export function Component() {
  const { t } = useTranslation('marking');
  const { correction, changes } = useLoaderData<CorrectionData>();
  const { revalidate } = useRevalidator();
  const [deciding, setDeciding] = useState<CorrectionChange | null>(null);
  const [said, setSaid] = useState(useApplied());
  const decided = async (change: CorrectionChange) => {
    await revalidate();
    setDeciding(null);
    setSaid(t(`decide.said.${change.decision ?? 'kept'}`, { name: change.fullName }));
  };
  return (
    <StaffPage>
      <Head />
      <div role="status">
        {said && (
          <Callout tone="done" icon={<IconCircleCheck size={20} aria-hidden="true" />}>
            {said}
          </Callout>
        )}
      </div>
      {correction.openDecisions > 0 && (
        <Callout tone="wait" icon={<IconAlertTriangle size={20} aria-hidden="true" />}>
          {t('corrections.openText', {
            count: correction.openDecisions,
            number: formatNumber(correction.openDecisions),
          })}
        </Callout>
      )}
      <ChangeList
        changes={changes.items}
        label={t('correction.changes')}
        decision={(change) => <Decision change={change} onDecide={setDeciding} />}
      />
      <Pager next={changes.next}>
        <CorrectionNumbers correction={correction} />
      </Pager>
      {deciding && (
        <DecideDialog
          correctionId={correction.id}
          change={deciding}
          onClose={() => setDeciding(null)}
          onDecided={decided}
        />
      )}
    </StaffPage>
  );
}

/** Whoever comes from applying it is told that it is done, by the number that the server answered. */
function useApplied(): string {
  const { t } = useTranslation('marking');
  const { state } = useLocation() as { state: { applied?: number } | null };
  const count = state?.applied;
  return count === undefined ? '' : t('apply.done', { count, number: formatNumber(count) });
}

function Head() {
  const { t } = useTranslation('marking');
  const { courseId, lessonId, correction } = useLoaderData<CorrectionData>();
  const { wish, prompt, reason, appliedAt, authorName } = correction;
  return (
    <PageHead
      path={
        <PagePath>
          <Link to={paths.quizDesk(courseId, lessonId, { view: 'sua-loi' })}>{t('correction.back')}</Link>
        </PagePath>
      }
      title={t(`corrections.action.${wish.action}`)}
      intro={<span lang="vi">{prompt}</span>}
    >
      <p className={styles['small']}>
        {t('corrections.by', { when: formatWhen(appliedAt), name: authorName || t('nobodyNow') })}
      </p>
      <p className={styles['small']}>{t('corrections.reason', { reason })}</p>
    </PageHead>
  );
}

interface DecisionProps {
  change: CorrectionChange;
  onDecide: (change: CorrectionChange) => void;
}

function Decision({ change, onDecide }: DecisionProps) {
  const { t } = useTranslation('marking');
  const { decision, fullName: name } = change;
  if (decision === null) return null;
  if (decision !== 'open')
    return <Tag tone={decision === 'kept' ? 'la' : 'plain'}>{t(`decide.state.${decision}`)}</Tag>;
  return (
    <Button look="outlined" aria-label={t('decide.openOf', { name })} onClick={() => onDecide(change)}>
      {t('decide.open')}
    </Button>
  );
}
