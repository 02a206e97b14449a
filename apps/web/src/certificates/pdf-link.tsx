// The button for the PDF of a certificate. The file is made by the server: without a network this says so instead of leading
// to an empty page.
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { certificates } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { urlOf } from '../platform/call.js';
import { ButtonLink, type ButtonLinkProps } from '../ui/button.js';
import { useIsOnline } from '../ui/layout/offline-line.js';
import styles from './pdf-link.module.css';

export interface PdfLinkProps extends Pick<ButtonLinkProps, 'look' | 'size' | 'className' | 'aria-label'> {
  certificateId: string;
}

/** The button, or why there is none now. */
export function PdfLink({ certificateId, ...rest }: PdfLinkProps) {
  const { t } = useTranslation('certificates');
  if (!useIsOnline()) return <p className={styles['offline']}>{t('pdf.offline')}</p>;
  return (
    <ButtonLink
      {...rest}
      reloadDocument
      download
      to={urlOf(certificates.download, { params: { certificateId } })}
      icon={<IconDownload size={20} aria-hidden="true" />}
    >
      {t('pdf.download')}
    </ButtonLink>
  );
}
