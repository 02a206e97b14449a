// Certificates as a table from 768 px, as a list below: number and state, name, course.
import type { Certificate } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { formatDate } from '../platform/format.js';
import { useLocalized } from '../platform/i18n.js';
import { Button } from '../ui/button.js';
import { Tag } from '../ui/tag.js';
import styles from './registry-rows.module.css';

interface RegistryRowsProps {
  rows: readonly Certificate[];
  onRevoke: (certificate: Certificate) => void;
}

/** One table; narrow screens lay each row out as a block, with the same order of reading. */
export function RegistryRows({ rows, onRevoke }: RegistryRowsProps) {
  const { t } = useTranslation('certificates');
  return (
    <table className={styles['table']}>
      <caption className={styles['caption']}>{t('registry.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('fact.number')}</th>
          <th scope="col">{t('fact.personName')}</th>
          <th scope="col">{t('fact.course')}</th>
          <th scope="col">{t('fact.issuedAt')}</th>
          <th scope="col">{t('fact.state')}</th>
          <th scope="col">{t('registry.action')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} onRevoke={onRevoke} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, onRevoke }: { row: Certificate; onRevoke: (certificate: Certificate) => void }) {
  const { t } = useTranslation('certificates');
  const local = useLocalized();
  const { id, number, personName, courseTitle, issuedAt, revokedAt, abilities } = row;
  return (
    <tr>
      <td className={styles['number']}>
        <Link to={paths.certificate(id)}>{number}</Link>
      </td>
      <td className={styles['name']} lang="vi">
        {personName}
      </td>
      <td className={styles['course']}>{local(courseTitle)}</td>
      <td className={styles['date']}>{formatDate(issuedAt)}</td>
      <td className={styles['state']}>
        <Tag tone={revokedAt ? 'son' : 'la'}>
          {revokedAt ? t('registry.stateRevoked', { date: formatDate(revokedAt) }) : t('registry.stateValid')}
        </Tag>
      </td>
      <td className={styles['action']}>
        {abilities.revoke && !revokedAt && (
          <Button
            look="danger"
            className={styles['revoke']}
            aria-label={t('registry.revokeLabel', { number })}
            onClick={() => onRevoke(row)}
          >
            {t('registry.revoke')}
          </Button>
        )}
      </td>
    </tr>
  );
}
