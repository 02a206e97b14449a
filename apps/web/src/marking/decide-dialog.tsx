// Deciding about a pass that a correction would take away: kept or withdrawn, with a reason. Certificates are not revoked here.
import { limits, marking, type CorrectionChange } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { call } from '../platform/call.js';
import { formatPoints } from '../platform/format-points.js';
import { Button } from '../ui/button.js';
import { RadioCard } from '../ui/choices.js';
import { Dialog } from '../ui/dialog.js';
import { FieldGroup } from '../ui/field.js';
import { FormProblem } from '../ui/form-problem.js';
import { Callout } from '../ui/notice.js';
import { TextArea } from '../ui/text-input.js';
import { useForm } from '../ui/use-form.js';
import styles from './correcting.module.css';

interface DecideDialogProps {
  correctionId: string;
  change: CorrectionChange;
  onClose: () => void;
  onDecided: (change: CorrectionChange) => Promise<void>;
}

interface Values {
  decision: 'kept' | 'withdrawn' | '';
  reason: string;
}

const decisions = ['kept', 'withdrawn'] as const;

/** The dialog; ends with the change as the server now has it. */
export function DecideDialog({ correctionId, change, onClose, onDecided }: DecideDialogProps) {
  const { t } = useTranslation('marking');
  const form = useForm<Values>({
    id: 'quyet-dinh',
    initial: { decision: '', reason: '' },
    check: ({ decision, reason }) => ({
      ...(decision === '' && { decision: t('decide.missing') }),
      ...(reason.trim().length < 3 && { reason: t('decide.reasonMissing') }),
    }),
    send: async ({ decision, reason }) => {
      if (decision === '') return;
      const params = { correctionId, attemptId: change.attemptId };
      await onDecided(await call(marking.decide, { params, body: { decision, reason: reason.trim() } }));
    },
  });
  return (
    <Dialog
      isOpen
      onClose={() => form.isBusy || onClose()}
      title={t('decide.title', { name: change.fullName })}
      actions={
        <>
          <Button isBusy={form.isBusy} onClick={() => void form.submit()}>
            {t(form.isBusy ? 'decide.busy' : 'decide.submit')}
          </Button>
          <Button look="outlined" onClick={() => form.isBusy || onClose()}>
            {t('decide.later')}
          </Button>
        </>
      }
    >
      <form noValidate className={styles['form']} onSubmit={(event) => void form.submit(event)}>
        <p>{t('decide.what', wordsOf(change))}</p>
        <FieldGroup id={form.idOf('decision')} legend={t('decide.question')} error={form.errors.decision}>
          {decisions.map((decision) => (
            <RadioCard
              key={decision}
              name="quyet-dinh"
              title={t(`decide.${decision}`)}
              checked={form.values.decision === decision}
              onChange={() => form.choose('decision', decision)}
            >
              {t(`decide.${decision}Text`)}
            </RadioCard>
          ))}
        </FieldGroup>
        {form.values.decision === 'withdrawn' && change.certificateNumber && (
          <Callout tone="wait">{t('decide.certificate', { number: change.certificateNumber })}</Callout>
        )}
        <TextArea
          {...form.text('reason')}
          label={t('decide.reason')}
          hint={t('decide.reasonHint')}
          maxLength={limits.reasonLength}
          rows={3}
        />
        <FormProblem problem={form.problem} />
      </form>
    </Dialog>
  );
}

const wordsOf = ({ before, after }: CorrectionChange) => ({
  before: formatPoints(before.points),
  beforePossible: formatPoints(before.possiblePoints),
  after: formatPoints(after.points),
  afterPossible: formatPoints(after.possiblePoints),
  needed: formatPoints(after.neededPoints),
});
