// The register of certificates for admins: found by name, number or code, opened, revoked. Loaded by staff only.
import { certificates, type Certificate } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { call } from '../platform/call.js';
import { isProblem, Problem } from '../platform/problem.js';
import { Button } from '../ui/button.js';
import { EmptyNotice, ErrorNotice } from '../ui/notice.js';
import { StaffPage } from '../ui/staff-page.js';
import styles from './registry-page.module.css';
import { RegistryRows } from './registry-rows.js';
import { RegistrySearch } from './registry-search.js';
import { RevokeDialog } from './revoke-dialog.js';

interface Loaded {
  q: string;
  items: Certificate[];
  next: string | null;
}

async function readPage(q: string, cursor?: string) {
  return call(certificates.list, { query: { ...(q && { q }), ...(cursor && { cursor }) } });
}

/** The first page of what is searched for in the address. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Loaded> {
  const q = new URL(request.url).searchParams.get('q')?.trim() ?? '';
  return { q, ...(await readPage(q)) };
}

/** Search above, rows below; another search starts afresh. */
export function Component() {
  const loaded = useLoaderData<Loaded>();
  const { t } = useTranslation('certificates');
  return (
    <StaffPage>
      <h1>{t('registry.title')}</h1>
      <RegistrySearch key={`field ${loaded.q}`} q={loaded.q} />
      <Results key={`rows ${loaded.q}`} loaded={loaded} />
    </StaffPage>
  );
}

function Results({ loaded }: { loaded: Loaded }) {
  const { t } = useTranslation('certificates');
  const [more, setMore] = useState<{ items: Certificate[]; next: string | null } | null>(null);
  const [changed, setChanged] = useState<Record<string, Certificate>>({});
  const [isLoading, setIsLoading] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [revoking, setRevoking] = useState<Certificate | null>(null);
  const [said, setSaid] = useState('');
  const rows = [...loaded.items, ...(more?.items ?? [])].map((row) => changed[row.id] ?? row);
  const next = more ? more.next : loaded.next;
  const readOn = async () => {
    if (!next) return;
    setIsLoading(true);
    setProblem(null);
    try {
      const page = await readPage(loaded.q, next);
      setMore({ items: [...(more?.items ?? []), ...page.items], next: page.next });
    } catch (error) {
      setProblem(isProblem(error) ? error : new Problem({ code: 'service.failed', status: 500 }));
    }
    setIsLoading(false);
  };
  const takeOver = (certificate: Certificate) => {
    setChanged({ ...changed, [certificate.id]: certificate });
    setSaid(t('registry.revoked', { number: certificate.number }));
    setRevoking(null);
  };
  if (rows.length === 0) {
    return (
      <EmptyNotice title={t(loaded.q ? 'registry.nothingFound' : 'registry.empty')}>
        <p>{t(loaded.q ? 'registry.nothingFoundText' : 'registry.emptyText')}</p>
      </EmptyNotice>
    );
  }
  return (
    <>
      <p role="status" className={styles['said']}>
        {said || t('registry.shown', { count: rows.length })}
      </p>
      <RegistryRows rows={rows} onRevoke={setRevoking} />
      {problem && <ErrorNotice error={problem} onRetry={() => void readOn()} />}
      {next && !problem && (
        <p>
          <Button look="outlined" isBusy={isLoading} onClick={() => void readOn()}>
            {t(isLoading ? 'registry.loading' : 'registry.more')}
          </Button>
        </p>
      )}
      {revoking && (
        <RevokeDialog certificate={revoking} onClose={() => setRevoking(null)} onRevoked={takeOver} />
      )}
    </>
  );
}
