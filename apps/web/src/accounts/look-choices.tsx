// Language and theme. The language is kept on the device and in the profile, so that the server's letters follow it.
import { accounts } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { call } from '../platform/call.js';
import { type AppLocale, chooseLocale, currentLocale } from '../platform/i18n.js';
import { isProblem } from '../platform/problem.js';
import { setMe } from '../platform/session.js';
import { Card } from '../ui/card.js';
import { RadioCard } from '../ui/choices.js';
import { FieldGroup } from '../ui/field.js';
import { useTheme } from '../ui/theme.js';
import styles from './me-page.module.css';

const languages: { locale: AppLocale; name: string }[] = [
  { locale: 'vi', name: 'Tiếng Việt' },
  { locale: 'en', name: 'English' },
];

async function choose(locale: AppLocale) {
  await chooseLocale(locale);
  try {
    setMe(await call(accounts.updateMe, { body: { locale } }));
  } catch (error) {
    // The page already speaks it; the profile follows at the next change.
    if (!isProblem(error)) throw error;
  }
}

/** Both choices work at once and need no saving. */
export function LookChoices() {
  const { t } = useTranslation('accounts');
  const { theme, chooseTheme } = useTheme();
  const current = currentLocale();
  return (
    <Card as="section" aria-labelledby="ngon-ngu">
      <h2 id="ngon-ngu">{t('me.look')}</h2>
      <p className={styles['hint']}>{t('me.lookHint')}</p>
      <div className={styles['form']}>
        <FieldGroup legend={t('me.language')}>
          <div className={styles['pair']}>
            {languages.map(({ locale, name }) => (
              <RadioCard
                key={locale}
                name="ngon-ngu"
                title={<span lang={locale}>{name}</span>}
                checked={locale === current}
                onChange={() => void choose(locale)}
              />
            ))}
          </div>
        </FieldGroup>
        <FieldGroup legend={t('me.theme')}>
          <div className={styles['pair']}>
            {(['light', 'dark'] as const).map((one) => (
              <RadioCard
                key={one}
                name="nen-trang"
                title={t(`me.${one}`)}
                checked={one === theme}
                onChange={() => chooseTheme(one)}
              />
            ))}
          </div>
        </FieldGroup>
      </div>
    </Card>
  );
}
