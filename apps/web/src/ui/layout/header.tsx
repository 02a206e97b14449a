// The top bar of learner pages: mark, the three places, the save state, language, theme, and the person.
import type { Me } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { paths } from '../../paths.js';
import { ButtonLink } from '../button.js';
import { classNames } from '../class-names.js';
import { OutboxSaveState } from '../save-state.js';
import { BrandLink } from './brand-link.js';
import styles from './header.module.css';
import { LanguageSwitch } from './language-switch.js';
import { PersonMenu } from './person-menu.js';
import { ThemeSwitch } from './theme-switch.js';
import { useBarHeight } from './use-bar-height.js';

/** The header; visitors see how to sign in. */
export function Header({ me }: { me: Me | null }) {
  const { t } = useTranslation('shell');
  const bar = useBarHeight<HTMLElement>('--header');
  const { pathname, search } = useLocation();
  const isAtDoor = pathname === paths.signIn() || pathname === paths.register();
  const back = isAtDoor ? '' : pathname + search;
  return (
    <header ref={bar} className={styles['header']}>
      <div className={styles['row']}>
        <BrandLink />
        <nav aria-label={t('nav.main')} className={styles['places']}>
          <NavLink to={paths.home()} end>
            {t('nav.courses')}
          </NavLink>
          <NavLink to={paths.myLearning()}>{t('nav.myLearning')}</NavLink>
          <NavLink to={paths.certificates()}>{t('nav.certificates')}</NavLink>
        </nav>
        <div className={styles['end']}>
          {me && <OutboxSaveState />}
          <div className={classNames(styles['switches'], me && styles['wideOnly'])}>
            <LanguageSwitch />
            <span className={styles['wideOnly']}>
              <ThemeSwitch />
            </span>
          </div>
          {me ? (
            <PersonMenu me={me} />
          ) : (
            <>
              <ButtonLink to={paths.signIn(back)} look="outlined" className={styles['signIn']}>
                {t('nav.signIn')}
              </ButtonLink>
              <ButtonLink to={paths.register(back)} look="text" className={styles['register']}>
                {t('nav.register')}
              </ButtonLink>
            </>
          )}
        </div>
      </div>
    </header>
  );
}
