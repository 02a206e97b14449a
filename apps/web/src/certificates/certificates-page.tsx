// Own certificates, and completed courses whose certificate can be claimed.
import { certificates, enrolments, type Certificate, type Enrolment } from '@onetouch/contract';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLoaderData } from 'react-router';
import { paths } from '../paths.js';
import { call, storedAt } from '../platform/call.js';
import { formatDate, formatWhen } from '../platform/format.js';
import { useLocalized } from '../platform/i18n.js';
import { ButtonLink } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { EmptyNotice } from '../ui/notice.js';
import { Tag } from '../ui/tag.js';
import { CertificateSheet } from './certificate-sheet.js';
import styles from './certificates-page.module.css';
import { ClaimButton } from './claim-button.js';
import { PdfLink } from './pdf-link.js';

interface Loaded {
  own: Certificate[];
  claimable: Enrolment[];
  /** When the list on the screen was stored, if it came from the device. */
  copyAt: Date | null;
}

/** Certificates, and enrolments that are complete and have none. */
export async function loader(): Promise<Loaded> {
  const [own, learning] = await Promise.all([call(certificates.listMine), call(enrolments.listMine)]);
  return {
    own: own.items,
    copyAt: storedAt(own),
    claimable: learning.items.filter(({ completedAt, certificateId }) => completedAt && !certificateId),
  };
}

/** What can be claimed first, then what is there. */
export function Component() {
  const { own, claimable, copyAt } = useLoaderData<Loaded>();
  const { t } = useTranslation('certificates');
  if (own.length + claimable.length === 0) {
    return (
      <div className={styles['page']}>
        <h1>{t('list.title')}</h1>
        <CopyLine at={copyAt} />
        <EmptyNotice
          title={t('list.emptyTitle')}
          action={
            <ButtonLink to={paths.myLearning()} isWide>
              {t('list.emptyAction')}
            </ButtonLink>
          }
        >
          <p>{t('list.emptyText')}</p>
        </EmptyNotice>
        <CheckLine />
      </div>
    );
  }
  return (
    <div className={styles['page']}>
      <h1>{t('list.title')}</h1>
      <CopyLine at={copyAt} />
      {claimable.length > 0 && (
        <section className={styles['section']}>
          <h2>{t('list.claimable', { count: claimable.length })}</h2>
          <ul className={styles['claims']}>
            {claimable.map((enrolment, index) => (
              <Claim key={enrolment.id} enrolment={enrolment} isFirst={index === 0} />
            ))}
          </ul>
        </section>
      )}
      {own.length > 0 && (
        <section className={styles['section']}>
          <h2>{t('list.own', { count: own.length })}</h2>
          <ul className={styles['grid']}>
            {own.map((certificate) => (
              <Own key={certificate.id} certificate={certificate} />
            ))}
          </ul>
        </section>
      )}
      <CheckLine />
    </div>
  );
}

function Claim({ enrolment, isFirst }: { enrolment: Enrolment; isFirst: boolean }) {
  const { t } = useTranslation('certificates');
  const local = useLocalized();
  const titleId = useId();
  return (
    <Card as="li" look="go" className={styles['claim']}>
      <div className={styles['claimText']}>
        <h3 id={titleId}>{local(enrolment.courseTitle)}</h3>
        {enrolment.completedAt && (
          <p className={styles['small']}>
            {t('list.completedAt', { date: formatDate(enrolment.completedAt) })}
          </p>
        )}
      </div>
      <ClaimButton
        enrolmentId={enrolment.id}
        look={isFirst ? 'primary' : 'outlined'}
        aria-describedby={titleId}
      >
        {t('list.claim')}
      </ClaimButton>
    </Card>
  );
}

function Own({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('certificates');
  const local = useLocalized();
  const { id, number, courseTitle, issuedAt, revokedAt } = certificate;
  return (
    <Card as="li" isFlush className={styles['own']}>
      <div className={styles['picture']}>
        <CertificateSheet certificate={certificate} />
      </div>
      <div className={styles['facts']}>
        <h3>
          <Link to={paths.certificate(id)} className={styles['link']}>
            {local(courseTitle)}
          </Link>
        </h3>
        <p className={styles['small']}>{t('list.facts', { number, date: formatDate(issuedAt) })}</p>
        {revokedAt && (
          <p>
            <Tag tone="son">{t('list.revoked', { date: formatDate(revokedAt) })}</Tag>
          </p>
        )}
        <PdfLink
          certificateId={id}
          look="outlined"
          className={styles['download']}
          aria-label={t('list.downloadLabel', { number })}
        />
      </div>
    </Card>
  );
}

function CopyLine({ at }: { at: Date | null }) {
  const { t } = useTranslation('certificates');
  return at && <p className={styles['small']}>{t('list.copy', { time: formatWhen(at) })}</p>;
}

function CheckLine() {
  const { t } = useTranslation('certificates');
  return (
    <p className={styles['small']}>
      {t('list.check')} <Link to={paths.verify()}>{t('verify.title')}</Link>
    </p>
  );
}
