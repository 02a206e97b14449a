// Adds people to a cohort: found one by one, or pasted as a list. What became of each is said at the end.
import type { CohortDetail } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { Chip } from '../ui/chip.js';
import { Dialog } from '../ui/dialog.js';
import { FieldError } from '../ui/field.js';
import { FormProblem } from '../ui/form-problem.js';
import styles from './add-members.module.css';
import { AddedResult } from './added-result.js';
import { FindPeople } from './find-people.js';
import { PasteList } from './paste-list.js';
import { type Adding, useAdding, type Way } from './use-adding.js';

export interface AddMembersProps {
  cohort: CohortDetail;
  isOpen: boolean;
  onClose: () => void;
  /** The server has answered: the figures have changed. */
  onAdded: () => void;
}

/** The dialog. */
export function AddMembers({ cohort, isOpen, onClose, onAdded }: AddMembersProps) {
  const { t } = useTranslation('cohorts');
  const adding = useAdding(cohort.id, onAdded);
  const close = () => {
    adding.again();
    onClose();
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={t(adding.result ? 'add.result' : 'add.title')}
      actions={<Actions adding={adding} onClose={close} />}
    >
      {adding.result ? <AddedResult result={adding.result} /> : <Draft cohort={cohort} adding={adding} />}
    </Dialog>
  );
}

const ways: Way[] = ['find', 'paste'];

function Draft({ cohort, adding }: { cohort: CohortDetail; adding: Adding }) {
  const { t } = useTranslation('cohorts');
  return (
    <div className={styles['draft']}>
      <div role="group" aria-label={t('add.how')} className={styles['ways']}>
        {ways.map((way) => (
          <Chip key={way} isOn={way === adding.way} onClick={() => adding.setWay(way)}>
            {t(`add.${way}`)}
          </Chip>
        ))}
      </div>
      {adding.way === 'find' ? <FindPeople cohort={cohort} adding={adding} /> : <PasteList adding={adding} />}
      <div role="alert">
        <FieldError error={adding.fault ?? undefined} />
      </div>
      <FormProblem problem={adding.problem} />
    </div>
  );
}

function Actions({ adding, onClose }: { adding: Adding; onClose: () => void }) {
  const { t } = useTranslation('cohorts');
  const { count } = adding;
  if (adding.result) {
    return (
      <>
        <Button onClick={onClose}>{t('add.done')}</Button>
        <Button look="outlined" onClick={adding.again}>
          {t('add.again')}
        </Button>
      </>
    );
  }
  const action = count === 0 ? t('add.actionNone') : t('add.action', { count, number: formatNumber(count) });
  return (
    <>
      <Button isBusy={adding.isBusy} onClick={adding.send}>
        {adding.isBusy ? t('add.busy') : action}
      </Button>
      <Button look="outlined" onClick={onClose}>
        {t('add.cancel')}
      </Button>
    </>
  );
}
