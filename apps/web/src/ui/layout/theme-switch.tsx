// Light or dark; follows the device until somebody chooses.
import IconMoon from '@tabler/icons-react/dist/esm/icons/IconMoon.mjs';
import IconSun from '@tabler/icons-react/dist/esm/icons/IconSun.mjs';
import { useTranslation } from 'react-i18next';
import { useTheme } from '../theme.js';
import styles from './switches.module.css';

/** A button with an icon; its label says what pressing does. */
export function ThemeSwitch() {
  const { t } = useTranslation('shell');
  const { theme, chooseTheme } = useTheme();
  const isDark = theme === 'dark';
  const Icon = isDark ? IconSun : IconMoon;
  const label = t(isDark ? 'theme.toLight' : 'theme.toDark');
  return (
    <button
      type="button"
      className={styles['switch']}
      aria-label={label}
      title={label}
      onClick={() => chooseTheme(isDark ? 'light' : 'dark')}
    >
      <Icon size={22} aria-hidden="true" />
    </button>
  );
}
