// Changes the own profile; saved is said only after the server has answered.
import { accounts, type Me } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { homeOf, placeIdOf } from '../places/home-place.js';
import { call } from '../platform/call.js';
import { setMe } from '../platform/session.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { FormProblem } from '../ui/form-problem.js';
import { type SaveFacts, SaveState } from '../ui/save-state.js';
import { useForm } from '../ui/use-form.js';
import styles from './me-page.module.css';
import {
  checkProfile,
  NameField,
  organisationBody,
  profileFaults,
  type ProfileValues,
  WhoFields,
} from './profile-fields.js';

function valuesOf(me: Me): ProfileValues {
  return {
    fullName: me.fullName,
    audience: me.audience,
    home: homeOf(me.place, me.province),
    organisation: { id: me.organisation?.id ?? null, name: me.organisation?.name ?? me.organisationName },
  };
}

/** The form, filled with what is known. */
export function ProfileForm({ me }: { me: Me }) {
  const { t } = useTranslation('accounts');
  const [saved, setSaved] = useState<SaveFacts>({ state: 'none' });
  const send = async ({ fullName, audience, home, organisation }: ProfileValues) => {
    setSaved({ state: 'none' });
    const body = {
      fullName,
      ...(audience && { audience }),
      placeId: placeIdOf(home) ?? undefined,
      ...organisationBody(organisation),
    };
    const changed = await call(accounts.updateMe, { body });
    setMe(changed);
    setSaved({ state: 'confirmed', at: new Date() });
  };
  const form = useForm<ProfileValues>({
    id: 'ho-so',
    initial: valuesOf(me),
    check: checkProfile,
    send,
    faultsOf: profileFaults,
  });
  return (
    <Card as="section" aria-labelledby="thong-tin">
      <h2 id="thong-tin">{t('me.profile')}</h2>
      <p className={styles['hint']}>{t('me.profileHint')}</p>
      <form noValidate className={styles['form']} onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary faults={form.faults} attempt={form.attempt} />
        <NameField form={form} />
        <WhoFields form={form} />
        <FormProblem problem={form.problem} />
        <div className={styles['end']}>
          <Button type="submit" isBusy={form.isBusy}>
            {t(form.isBusy ? 'me.saving' : 'me.save')}
          </Button>
          <SaveState facts={form.isBusy ? { state: 'none' } : saved} />
        </div>
      </form>
    </Card>
  );
}
