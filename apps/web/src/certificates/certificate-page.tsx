// One certificate: how it looks, how to keep it, and how others check it.
import { certificates, type Certificate } from '@onetouch/contract';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import { useTranslation } from 'react-i18next';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { paths } from '../paths.js';
import { call } from '../platform/call.js';
import { formatDate, formatMinutes, formatTime } from '../platform/format.js';
import { localized, useLocalized } from '../platform/i18n.js';
import { isProblem } from '../platform/problem.js';
import { ButtonLink } from '../ui/button.js';
import { Callout } from '../ui/notice.js';
import styles from './certificate-page.module.css';
import { CertificateSheet } from './certificate-sheet.js';
import { FactList } from './fact-list.js';
import { PdfLink } from './pdf-link.js';
import { ShareLink } from './share-link.js';

/** One certificate, own or in scope; refuses with `certificate.not-found`. Own ones are shown without a network too. */
export async function loader({ params }: LoaderFunctionArgs): Promise<Certificate> {
  const { certificateId = '' } = params;
  try {
    return await call(certificates.read, { params: { certificateId } });
  } catch (error) {
    const kept = isProblem(error, 'network.offline') && (await findKept(certificateId));
    if (kept) return kept;
    throw error;
  }
}

/** The list of own certificates lies on this device, with everything that this page shows. */
async function findKept(certificateId: string): Promise<Certificate | undefined> {
  const own = await call(certificates.listMine).catch(() => null);
  return own?.items.find(({ id }) => id === certificateId);
}

/** Its number and course. */
export function title({ number, courseTitle }: Certificate): string {
  return `${number} · ${localized(courseTitle)}`;
}

/** The picture, the facts as text, and what to do with it. */
export function Component() {
  const certificate = useLoaderData<Certificate>();
  const { t } = useTranslation('certificates');
  const local = useLocalized();
  const { id, number, personName, courseTitle, code, issuerName, verifyUrl } = certificate;
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>{t('one.heading', { number })}</h1>
        <p className={styles['lead']}>{local(courseTitle)}</p>
      </header>
      {certificate.revokedAt && <Revoked certificate={certificate} />}
      <div className={styles['actions']}>
        <PdfLink certificateId={id} size="large" look={certificate.revokedAt ? 'outlined' : 'primary'} />
        <ShareLink url={verifyUrl} title={t('one.heading', { number })} copyLabel={t('one.copy')} />
      </div>
      <div className={styles['sheet']}>
        <CertificateSheet
          certificate={certificate}
          label={t('one.picture', { number, name: personName, course: local(courseTitle) })}
        />
      </div>
      <div className={styles['columns']}>
        <section className={styles['section']}>
          <h2>{t('one.facts')}</h2>
          <FactList
            facts={[
              [t('fact.personName'), <span lang="vi">{personName}</span>],
              [t('fact.course'), local(courseTitle)],
              [t('fact.number'), number],
              [t('fact.code'), code],
              [t('fact.issuer'), <span lang="vi">{issuerName}</span>],
              [t('fact.completedAt'), formatDate(certificate.completedAt)],
              [t('fact.issuedAt'), formatDate(certificate.issuedAt)],
              [t('fact.duration'), formatMinutes(certificate.minutes)],
            ]}
          />
        </section>
        <HowToCheck code={code} />
      </div>
    </div>
  );
}

function Revoked({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('certificates');
  const { revokedAt, revocationReason, revocationDecision } = certificate;
  if (!revokedAt) return null;
  return (
    <Callout tone="error" icon={<IconCircleX size={24} aria-hidden="true" />}>
      <strong>{t('one.revoked', { time: formatTime(revokedAt), date: formatDate(revokedAt) })}</strong>
      {revocationReason && <p>{t('one.reason', { reason: revocationReason })}</p>}
      {revocationDecision && <p>{t('one.decision', { decision: revocationDecision })}</p>}
    </Callout>
  );
}

function HowToCheck({ code }: { code: string }) {
  const { t } = useTranslation('certificates');
  return (
    <section className={styles['section']}>
      <h2>{t('one.how')}</h2>
      <ol className={styles['steps']}>
        <li>{t('one.how1')}</li>
        <li>{t('one.how2', { code })}</li>
        <li>{t('one.how3')}</li>
      </ol>
      <ButtonLink look="outlined" to={paths.verify(code)}>
        {t('one.tryIt')}
      </ButtonLink>
    </section>
  );
}
