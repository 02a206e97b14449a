// Revoking cannot be taken back, so it is asked with a reason, and shows first what everybody will read.
import { certificates, limits, type Certificate } from '@onetouch/contract';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../platform/call.js';
import { isProblem, Problem } from '../platform/problem.js';
import { problemWords } from '../platform/problem-words.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Callout } from '../ui/notice.js';
import { TextArea, TextInput } from '../ui/text-input.js';
import styles from './revoke-dialog.module.css';

interface RevokeDialogProps {
  certificate: Certificate;
  onClose: () => void;
  onRevoked: (certificate: Certificate) => void;
}
const shortestReason = 5;

/** The dialog; ends with the certificate as the server now has it. */
export function RevokeDialog({ certificate, onClose, onRevoked }: RevokeDialogProps) {
  const { t } = useTranslation('certificates');
  const formId = useId();
  const [reason, setReason] = useState('');
  const [decision, setDecision] = useState('');
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setIsSending] = useState(false);
  const { id: certificateId, number, personName } = certificate;
  const send = async () => {
    setIsSending(true);
    setProblem(null);
    try {
      const body = { reason: reason.trim(), decision: decision.trim() };
      onRevoked(await call(certificates.revoke, { params: { certificateId }, body }));
    } catch (caught) {
      setProblem(isProblem(caught) ? caught : new Problem({ code: 'service.failed', status: 500 }));
      setIsSending(false);
    }
  };
  const check = () => {
    const isShort = reason.trim().length < shortestReason;
    setError(isShort ? t('revoke.reasonMissing') : undefined);
    return !isShort;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!check()) document.getElementById(`${formId}-reason`)?.focus();
    else if (!isSending) void send();
  };
  return (
    <Dialog
      isOpen
      onClose={() => isSending || onClose()}
      title={t('revoke.title', { number })}
      actions={
        <>
          <Button type="submit" form={formId} look="danger-filled" isBusy={isSending}>
            {t(isSending ? 'revoke.sending' : 'revoke.submit')}
          </Button>
          <Button look="outlined" onClick={() => isSending || onClose()}>
            {t('revoke.keep')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles['form']} onSubmit={submit} noValidate>
        <p>{t('revoke.what', { name: personName })}</p>
        {problem && <Callout tone="error">{problemWords(problem)}</Callout>}
        <TextArea
          id={`${formId}-reason`}
          label={t('revoke.reason')}
          hint={t('revoke.reasonHint')}
          error={error}
          value={reason}
          maxLength={limits.reasonLength}
          rows={3}
          onChange={(event) => setReason(event.target.value)}
          onBlur={() => error && check()}
        />
        <TextInput
          label={t('revoke.decision')}
          hint={t('revoke.decisionHint')}
          isOptional
          value={decision}
          maxLength={limits.titleLength}
          onChange={(event) => setDecision(event.target.value)}
        />
        <Preview reason={reason.trim()} decision={decision.trim()} />
      </form>
    </Dialog>
  );
}

/** What the public page will say. */
function Preview({ reason, decision }: { reason: string; decision: string }) {
  const { t } = useTranslation('certificates');
  return (
    <section className={styles['preview']} aria-label={t('revoke.preview')}>
      <p className={styles['previewTitle']}>{t('revoke.preview')}</p>
      <p className={styles['band']}>
        <IconCircleX size={22} aria-hidden="true" />
        {t('verify.revoked')}
      </p>
      <p>
        {t('fact.reason')}: <strong>{reason || '…'}</strong>
      </p>
      {decision && (
        <p>
          {t('fact.decision')}: <strong>{decision}</strong>
        </p>
      )}
    </section>
  );
}
