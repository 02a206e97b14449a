// The four places at the bottom of phones, icon and word.
import type { Me } from '@onetouch/contract';
import IconBooks from '@tabler/icons-react/dist/esm/icons/IconBooks.mjs';
import IconCertificate from '@tabler/icons-react/dist/esm/icons/IconCertificate.mjs';
import IconProgressCheck from '@tabler/icons-react/dist/esm/icons/IconProgressCheck.mjs';
import IconUserCircle from '@tabler/icons-react/dist/esm/icons/IconUserCircle.mjs';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { paths } from '../../paths.js';
import styles from './bottom-bar.module.css';
import { useBarHeight } from './use-bar-height.js';

/** The bar; hidden from 768 px, where the header has these links. */
export function BottomBar({ me }: { me: Me | null }) {
  const { t } = useTranslation('shell');
  const bar = useBarHeight<HTMLElement>('--bottom-bar');
  const icon = { size: 24, 'aria-hidden': true } as const;
  return (
    <nav ref={bar} aria-label={t('nav.main')} className={styles['bar']}>
      <NavLink to={paths.home()} end>
        <IconBooks {...icon} />
        {t('nav.courses')}
      </NavLink>
      <NavLink to={paths.myLearning()}>
        <IconProgressCheck {...icon} />
        {t('nav.myLearningShort')}
      </NavLink>
      <NavLink to={paths.certificates()}>
        <IconCertificate {...icon} />
        {t('nav.certificates')}
      </NavLink>
      <NavLink to={me ? paths.me() : paths.signIn()}>
        <IconUserCircle {...icon} />
        {t('nav.me')}
      </NavLink>
    </nav>
  );
}
