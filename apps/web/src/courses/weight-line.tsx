// What a course weighs, and whether a weak network carries it.
import IconFeather from '@tabler/icons-react/dist/esm/icons/IconFeather.mjs';
import IconWifi from '@tabler/icons-react/dist/esm/icons/IconWifi.mjs';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../platform/format.js';

const lightBytes = 8_000_000;

/** Up to 8 MB a course is fit for a weak network. */
export function isLight(bytes: number): boolean {
  return bytes <= lightBytes;
}

/** Feather or Wi-Fi, the weight, and the advice in words. */
export function WeightLine({ bytes }: { bytes: number }) {
  const { t } = useTranslation('courses');
  const Icon = isLight(bytes) ? IconFeather : IconWifi;
  return (
    <>
      <Icon size={18} aria-hidden="true" />
      <span>
        {formatBytes(bytes)} · {t(isLight(bytes) ? 'weight.light' : 'weight.heavy')}
      </span>
    </>
  );
}
