// The verdict on a code: valid, revoked or unknown, by icon and words; the facts; when this was asked.
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import IconHelpCircle from '@tabler/icons-react/dist/esm/icons/IconHelpCircle.mjs';
import IconPrinter from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs';
import type { Verification } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { formatDate, formatTime } from '../platform/format.js';
import { useLocalized } from '../platform/i18n.js';
import { Button } from '../ui/button.js';
import { Callout } from '../ui/notice.js';
import { FactList } from './fact-list.js';
import { ShareLink } from './share-link.js';
import styles from './verdict-panel.module.css';

type Known = Exclude<Verification, { verdict: 'unknown' }>;

/** The panel; `code` is what was asked. */
export function VerdictPanel({ code, verification }: { code: string; verification: Verification }) {
  const { t } = useTranslation('certificates');
  const { verdict, checkedAt } = verification;
  const shownCode = verdict === 'unknown' ? code : verification.code;
  const link = new URL(paths.verify(shownCode), location.origin).href;
  return (
    <>
      <section className={`${styles['panel']} ${styles[verdict]}`} aria-labelledby="verdict">
        <Band verification={verification} />
        <div className={styles['facts']}>
          {verification.verdict === 'unknown' ? <Unknown code={code} /> : <Facts known={verification} />}
        </div>
        <div className={styles['actions']}>
          <Button
            look="outlined"
            icon={<IconPrinter size={20} aria-hidden="true" />}
            onClick={() => window.print()}
          >
            {t('verify.print')}
          </Button>
          {verdict !== 'unknown' && (
            <ShareLink url={link} title={t('verify.title')} copyLabel={t('verify.copy')} />
          )}
        </div>
      </section>
      <p className={styles['note']}>
        {t('verify.checkedAt', { time: formatTime(checkedAt), date: formatDate(checkedAt) })}{' '}
        {t('verify.notShown')}
      </p>
      <p className={styles['again']}>
        <Link to={paths.verify()}>{t('verify.another')}</Link>
      </p>
    </>
  );
}

function Band({ verification }: { verification: Verification }) {
  const { t } = useTranslation('certificates');
  const { verdict } = verification;
  const Icon = { valid: IconCircleCheck, revoked: IconCircleX, unknown: IconHelpCircle }[verdict];
  const since = verdict === 'unknown' ? null : verification.revokedAt;
  const text = since ? t('verify.revokedSince', { date: formatDate(since) }) : t(`verify.${verdict}Text`);
  return (
    <div className={styles['band']}>
      <Icon size={40} aria-hidden="true" />
      <div>
        <h2 id="verdict">{t(`verify.${verdict}`)}</h2>
        <p>{text}</p>
      </div>
    </div>
  );
}

function Facts({ known }: { known: Known }) {
  const { t } = useTranslation('certificates');
  const local = useLocalized();
  const isRevoked = known.verdict === 'revoked';
  return (
    <>
      {known.isDemonstration && <Callout tone="wait">{t('verify.demonstration')}</Callout>}
      <FactList
        facts={[
          [t('fact.reason'), isRevoked ? <span lang="vi">{known.revocationReason}</span> : null],
          [t('fact.decision'), isRevoked ? known.revocationDecision : null],
          [
            t('fact.personName'),
            <>
              <span lang="vi">{known.personName}</span>
              {known.isNameMasked && <span className={styles['masked']}>{t('verify.masked')}</span>}
            </>,
          ],
          [t('fact.course'), local(known.courseTitle)],
          [t('fact.number'), known.number],
          [t('fact.code'), known.code],
          [t('fact.issuer'), <span lang="vi">{known.issuerName}</span>],
          [t('fact.completedAt'), formatDate(known.completedAt)],
          [t('fact.issuedAt'), formatDate(known.issuedAt)],
        ]}
      />
    </>
  );
}

function Unknown({ code }: { code: string }) {
  const { t } = useTranslation('certificates');
  return (
    <div className={styles['unknownText']}>
      <p>
        {t('verify.youAsked')} <strong>{code}</strong>
      </p>
      <ul>
        <li>{t('verify.hintLength')}</li>
        <li>{t('verify.hintLetters')}</li>
        <li>{t('verify.hintIssuer')}</li>
      </ul>
    </div>
  );
}
