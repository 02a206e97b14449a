// Each consent with its words, when it was given, and the way to give or withdraw it.
import { accounts, consentTextVersion, type Consent, type ConsentPurpose } from '@onetouch/contract';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleDashed from '@tabler/icons-react/dist/esm/icons/IconCircleDashed.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { call } from '../platform/call.js';
import { formatDate, formatTime } from '../platform/format.js';
import { isProblem, type Problem } from '../platform/problem.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { classNames } from '../ui/class-names.js';
import { FormProblem } from '../ui/form-problem.js';
import { ErrorNotice } from '../ui/notice.js';
import { ConsentWords, neededPurpose, purposes, textDate } from './consent-words.js';
import styles from './consent-words.module.css';
import pageStyles from './me-page.module.css';

/** The card; a list that did not load can be tried again in place. */
export function Consents({ consents }: { consents: Consent[] | Problem }) {
  const { t } = useTranslation('accounts');
  const { revalidate } = useRevalidator();
  return (
    <Card as="section" aria-labelledby="dong-y">
      <h2 id="dong-y">{t('me.consents')}</h2>
      <p className={pageStyles['hint']}>{t('register.version', { date: textDate() })}</p>
      <div className={pageStyles['form']}>
        {isProblem(consents) ? (
          <ErrorNotice title={t('me.consentsFailed')} error={consents} onRetry={() => void revalidate()} />
        ) : (
          <ConsentList loaded={consents} />
        )}
      </div>
    </Card>
  );
}

function ConsentList({ loaded }: { loaded: Consent[] }) {
  const [items, setItems] = useState(loaded);
  const [busy, setBusy] = useState<ConsentPurpose | null>(null);
  const [failed, setFailed] = useState<{ purpose: ConsentPurpose; problem: Problem } | null>(null);
  const decide = async (purpose: ConsentPurpose, given: boolean) => {
    setBusy(purpose);
    setFailed(null);
    try {
      const body = { given, textVersion: consentTextVersion } as const;
      setItems((await call(accounts.decideConsent, { params: { purpose }, body })).items);
    } catch (error) {
      if (!isProblem(error)) throw error;
      setFailed({ purpose, problem: error });
    } finally {
      setBusy(null);
    }
  };
  return (
    <div>
      {purposes.map((purpose) => (
        <ConsentItem
          key={purpose}
          purpose={purpose}
          consent={items.find((one) => one.purpose === purpose)}
          isBusy={busy === purpose}
          problem={failed?.purpose === purpose ? failed.problem : null}
          onDecide={(given) => void decide(purpose, given)}
        />
      ))}
    </div>
  );
}

interface ItemProps {
  purpose: ConsentPurpose;
  consent: Consent | undefined;
  isBusy: boolean;
  problem: Problem | null;
  onDecide: (given: boolean) => void;
}

function ConsentItem({ purpose, consent, isBusy, problem, onDecide }: ItemProps) {
  const { t } = useTranslation('accounts');
  const isGiven = isInForce(consent);
  const id = `muc-${purpose}`;
  return (
    <section aria-labelledby={id} className={styles['item']}>
      <h3 id={id} className={styles['title']}>
        {t(`consent.${purpose}.title`)}
      </h3>
      <ConsentWords purpose={purpose} />
      <ConsentWhen consent={consent} />
      <FormProblem problem={problem} />
      {purpose === neededPurpose && isGiven ? (
        <p className={styles['words']}>{t('consent.required')}</p>
      ) : (
        <div>
          <Button look="outlined" isBusy={isBusy} aria-describedby={id} onClick={() => onDecide(!isGiven)}>
            {t(isGiven ? 'consent.withdraw' : 'consent.give')}
          </Button>
        </div>
      )}
    </section>
  );
}

function isInForce(consent: Consent | undefined): boolean {
  return Boolean(consent?.givenAt && !consent.withdrawnAt);
}

/** Always with its day: a consent is proved by it. */
const momentOf = (time: string) => `${formatDate(time)}, ${formatTime(time)}`;

function ConsentWhen({ consent }: { consent: Consent | undefined }) {
  const { t } = useTranslation('accounts');
  const isGiven = isInForce(consent);
  const Icon = isGiven ? IconCircleCheck : IconCircleDashed;
  const sentence = () => {
    if (!consent?.givenAt) return t('consent.never');
    if (consent.withdrawnAt) return t('consent.withdrawn', { time: momentOf(consent.withdrawnAt) });
    const date = textDate(consent.textVersion);
    return t('consent.given', { time: momentOf(consent.givenAt), date });
  };
  const isOlder = isGiven && consent?.textVersion !== consentTextVersion;
  return (
    <p role="status" className={classNames(styles['state'], styles[isGiven ? 'given' : 'not'])}>
      <Icon size={20} aria-hidden="true" />
      <span>
        {sentence()}
        {isOlder && ` ${t('consent.older')}`}
      </span>
    </p>
  );
}
