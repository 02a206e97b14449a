// Where a code is typed, pasted or scanned. The camera is offered only where the browser itself reads QR codes.
import IconQrcode from '@tabler/icons-react/dist/esm/icons/IconQrcode.mjs';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useNavigation } from 'react-router';
import { paths } from '../paths.js';
import { Button } from '../ui/button.js';
import { TextInput } from '../ui/text-input.js';
import { canScan } from './can-scan.js';
import { codeIn } from './typed-code.js';
import styles from './verify-form.module.css';

const longestCode = 60;
const ScanDialog = lazy(async () => ({ default: (await import('./scan-dialog.js')).ScanDialog }));

/** The form; asks by going to the address of the code, so that a result can be handed on. */
export function VerifyForm({ code }: { code: string }) {
  const { t } = useTranslation('certificates');
  const navigate = useNavigate();
  const isAsking = useNavigation().state !== 'idle';
  const [typed, setTyped] = useState(code);
  const [error, setError] = useState<string>();
  const [isScanning, setIsScanning] = useState(false);
  const ask = (text: string) => {
    const next = codeIn(text);
    if (!next) return setError(t('verify.missing'));
    if (next.length > longestCode) return setError(t('verify.tooLong'));
    setError(undefined);
    setIsScanning(false);
    void navigate(paths.verify(next));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask(typed);
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate role="search">
      <div className={styles['input']}>
        <TextInput
          label={t('verify.code')}
          hint={t('verify.hint')}
          error={error}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          inputMode="text"
          className={styles['code']}
        />
      </div>
      <div className={styles['buttons']}>
        {canScan() && (
          <Button
            look="outlined"
            className={styles['button']}
            icon={<IconQrcode size={20} aria-hidden="true" />}
            onClick={() => setIsScanning(true)}
          >
            {t('verify.scan')}
          </Button>
        )}
        <Button type="submit" className={styles['button']} isBusy={isAsking}>
          {t('verify.check')}
        </Button>
      </div>
      {isScanning && (
        <Suspense>
          <ScanDialog onCode={ask} onClose={() => setIsScanning(false)} />
        </Suspense>
      )}
    </form>
  );
}
