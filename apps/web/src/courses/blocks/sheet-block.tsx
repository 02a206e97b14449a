// A sheet to keep or print: what it is, its kind and weight before anybody opens it.
import type { BlockOf } from '@onetouch/contract';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../platform/format.js';
import { VisuallyHidden } from '../../ui/visually-hidden.js';
import styles from './blocks.module.css';
import { fileUrl } from './file-url.js';

/** Draws a sheet block with the way to its file. */
export function SheetBlock({ block }: { block: BlockOf<'sheet'> }) {
  const { t } = useTranslation('blocks');
  const { title, description, file } = block;
  const kind =
    file.mediaType === 'application/pdf' ? 'PDF' : (file.name.split('.').at(-1) ?? '').toUpperCase();
  return (
    <section className={styles['sheet']} aria-label={title}>
      <IconFileText size={32} aria-hidden="true" />
      <div className={styles['sheetWords']}>
        <p className={styles['strong']}>{title}</p>
        {description && <p>{description}</p>}
        <p className={styles['small']}>
          {kind} · {formatBytes(file.bytes)}
        </p>
      </div>
      <a href={fileUrl(file)} download={file.name} className={styles['fileLink']}>
        <IconDownload size={20} aria-hidden="true" />
        <span>
          {t('sheet.download')}
          <VisuallyHidden> {title}</VisuallyHidden>
        </span>
      </a>
    </section>
  );
}
