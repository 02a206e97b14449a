// Checks a certificate by its code, for anybody. Shows what the server says at this moment, and when that was.
import { certificates, type Verification } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { useLoaderData, useRevalidator, type LoaderFunctionArgs } from 'react-router';
import { call } from '../platform/call.js';
import { isProblem, type Problem } from '../platform/problem.js';
import { ErrorNotice } from '../ui/notice.js';
import { VerdictPanel } from './verdict-panel.js';
import { VerifyForm } from './verify-form.js';
import styles from './verify-page.module.css';

interface Loaded {
  /** As it stands in the address; empty before anything was asked. */
  code: string;
  verification: Verification | null;
  problem: Problem | null;
}

/** The verdict on the code of the address; a refusal stays on the page, so that the form remains. */
export async function loader({ params }: LoaderFunctionArgs): Promise<Loaded> {
  const { code = '' } = params;
  if (!code) return { code, verification: null, problem: null };
  try {
    return { code, verification: await call(certificates.verify, { params: { code } }), problem: null };
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { code, verification: null, problem: error };
  }
}

/** The form, and below it the verdict. */
export function Component() {
  const { code, verification, problem } = useLoaderData<Loaded>();
  const { t } = useTranslation('certificates');
  const { revalidate } = useRevalidator();
  return (
    <div className={styles['page']}>
      <h1>{t('verify.title')}</h1>
      <VerifyForm key={code} code={code} />
      {problem && (
        <ErrorNotice title={t('verify.failed')} error={problem} onRetry={() => void revalidate()} />
      )}
      {verification && <VerdictPanel code={code} verification={verification} />}
      {!verification && !problem && <p className={styles['note']}>{t('verify.intro')}</p>}
    </div>
  );
}
