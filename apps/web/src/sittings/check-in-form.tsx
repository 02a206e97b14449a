// The big field for the code of the room; the camera is offered only where the browser itself reads QR codes.
import IconQrcode from '@tabler/icons-react/dist/esm/icons/IconQrcode.mjs';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { canScan } from '../certificates/can-scan.js';
import { loadWords } from '../platform/i18n.js';
import { Button } from '../ui/button.js';
import { TextInput } from '../ui/text-input.js';
import styles from './check-in-page.module.css';
import { codeLength, readCode } from './typed-code.js';
import type { CheckingIn } from './use-check-in.js';

const ScanDialog = lazy(async () => {
  const [{ ScanDialog: Scanner }] = await Promise.all([
    import('../certificates/scan-dialog.js'),
    loadWords('certificates'),
  ]);
  return { default: Scanner };
});

interface CheckInFormProps {
  typed: string;
  onTyped: (text: string) => void;
  checking: CheckingIn;
}

/** The form; `checking` says how it goes. */
export function CheckInForm({ typed, onTyped, checking }: CheckInFormProps) {
  const { t } = useTranslation('sittings');
  const { isBusy, problem, checkIn } = checking;
  const [fault, setFault] = useState<string>();
  const [isScanning, setIsScanning] = useState(false);
  const enter = (text: string) => {
    const code = readCode(text);
    setIsScanning(false);
    if (code === '') return setFault(t('checkIn.missing'));
    if (code.length !== codeLength) return setFault(t('checkIn.length', { count: code.length }));
    setFault(undefined);
    if (!isBusy) checkIn(code);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter(typed);
  };
  const isUnknown = problem?.code === 'check-in.code-unknown';
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <TextInput
        label={t('checkIn.code')}
        hint={t('checkIn.hint')}
        error={fault ?? (isUnknown ? t('checkIn.unknown') : undefined)}
        value={typed}
        className={styles['code']}
        lang="en"
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        onChange={(event) => {
          setFault(undefined);
          onTyped(event.target.value);
        }}
      />
      <div className={styles['buttons']}>
        <Button type="submit" size="large" isBusy={isBusy}>
          {t(isBusy ? 'checkIn.busy' : 'checkIn.go')}
        </Button>
        {canScan() && (
          <Button
            look="outlined"
            size="large"
            icon={<IconQrcode size={22} aria-hidden="true" />}
            onClick={() => setIsScanning(true)}
          >
            {t('checkIn.scan')}
          </Button>
        )}
      </div>
      {isScanning && (
        <Suspense>
          <ScanDialog
            onCode={(text) => {
              onTyped(readCode(text));
              enter(text);
            }}
            onClose={() => setIsScanning(false)}
          />
        </Suspense>
      )}
    </form>
  );
}
