// A certificate as it looks on paper, A4 landscape, at any width. A picture: its facts stand beside it as text.
import type { Certificate } from '@onetouch/contract';
import { certificateWords as words, durationWords, placeAndDate } from '@onetouch/domain';
import type { CSSProperties } from 'react';
import { formatDate } from '../platform/format.js';
import { tileMotifs } from '../ui/course-tile.js';
import { Mark } from '../ui/mark.js';
import { QrCode } from '../ui/qr-code.js';
import styles from './certificate-sheet.module.css';
import { checkAddress, fitShare } from './sheet-words.js';

/** The day in Viet Nam, as its parts. */
function dayOf(time: string) {
  const [day = 0, month = 0, year = 0] = formatDate(time).split('/').map(Number);
  return { year, month, day };
}

const fit = (text: string, comfortable: number) =>
  ({ '--fit': fitShare(text, comfortable) }) as CSSProperties;

/** The picture; `label` is said to screen readers in its place, absent when it only decorates. */
export function CertificateSheet({ certificate, label }: { certificate: Certificate; label?: string }) {
  const { issuerName, issuerPlace, number, issuedAt, personName, courseTitle, revokedAt } = certificate;
  return (
    <div
      className={styles['frame']}
      lang="vi"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <div className={styles['sheet']}>
        <Band />
        <div className={styles['border']}>
          <Corner />
          <Corner />
          <Corner />
          <Corner />
        </div>
        <Petals />
        <div className={styles['issuer']}>
          <p>{words.issuerLabel}</p>
          <p className={styles['issuerName']} style={fit(issuerName, 52)}>
            {issuerName.toLocaleUpperCase('vi')}
          </p>
          <hr />
          <p>
            {words.number} {number}
          </p>
        </div>
        <div className={styles['place']}>
          <p className={styles['brand']}>
            <Mark />
            OneTouch
          </p>
          <p className={styles['date']}>{placeAndDate(issuerPlace, dayOf(issuedAt))}</p>
        </div>
        <div className={styles['middle']}>
          <p className={styles['heading']}>{words.heading}</p>
          <p className={styles['plain']}>{words.subheading}</p>
          <p className={styles['soft']}>{words.givenTo}</p>
          <p className={styles['name']} style={fit(personName, 34)}>
            {personName}
          </p>
          <p className={styles['soft']}>{words.hasCompleted}</p>
          <p className={styles['course']} style={fit(courseTitle.vi, 100)}>
            {courseTitle.vi}
          </p>
          <p className={styles['plain']}>
            {words.duration} <b>{durationWords(certificate.minutes)}</b> · {words.completedOn}{' '}
            <b>{formatDate(certificate.completedAt)}</b>
          </p>
        </div>
        <Check certificate={certificate} />
        <div className={styles['organisation']}>
          <p style={fit(issuerName, 60)}>{issuerName}</p>
          <p className={styles['electronic']}>{words.electronic}</p>
        </div>
        {certificate.isDemonstration && <p className={styles['demonstration']}>{words.demonstration}</p>}
        {revokedAt && <p className={styles['stamp']}>{words.revoked}</p>}
      </div>
    </div>
  );
}

function Check({ certificate: { verifyUrl, code } }: { certificate: Certificate }) {
  return (
    <div className={styles['check']}>
      <QrCode content={verifyUrl} className={styles['qr']} />
      <div>
        <p>
          <b>{words.check}</b>
        </p>
        <p>{words.scan}</p>
        <p>{checkAddress(verifyUrl)}</p>
        <p>
          {words.code} <b>{code}</b>
        </p>
      </div>
    </div>
  );
}

/** Cement tiles down the left edge, two wide, with a line of gold. */
function Band() {
  return (
    <svg viewBox="0 0 102 734" className={styles['band']} preserveAspectRatio="none">
      <defs>
        <pattern id="certificate-band" width="48" height="48" patternUnits="userSpaceOnUse">
          <rect width="48" height="48" fill="var(--g)" />
          {tileMotifs.hoa}
        </pattern>
      </defs>
      <rect width="96" height="734" fill="url(#certificate-band)" />
      <rect x="96" width="6" height="734" fill="var(--s)" />
    </svg>
  );
}

/** The mark as a small ornament where the frame turns. */
function Corner() {
  return (
    <svg viewBox="5 5 22 22" className={styles['corner']}>
      <path
        fill="#1e4780"
        d="M15.4 15.4C9.6 15.4 6 11.8 6 6c5.8 0 9.4 3.6 9.4 9.4ZM16.6 15.4C16.6 9.6 20.2 6 26 6c0 5.8-3.6 9.4-9.4 9.4ZM15.4 16.6C15.4 22.4 11.8 26 6 26c0-5.8 3.6-9.4 9.4-9.4Z"
      />
      <path fill="#f2b134" d="M16.6 16.6c5.8 0 9.4 3.6 9.4 9.4-5.8 0-9.4-3.6-9.4-9.4Z" />
    </svg>
  );
}

/** The mark, very pale and large, behind the words. */
function Petals() {
  return (
    <svg viewBox="5 5 22 22" className={styles['petals']}>
      <g fill="#eff1f4">
        <path d="M15.4 15.4C9.6 15.4 6 11.8 6 6c5.8 0 9.4 3.6 9.4 9.4Z" />
        <path d="M16.6 15.4C16.6 9.6 20.2 6 26 6c0 5.8-3.6 9.4-9.4 9.4Z" />
        <path d="M15.4 16.6C15.4 22.4 11.8 26 6 26c0-5.8 3.6-9.4 9.4-9.4Z" />
      </g>
      <path fill="#faf5e9" d="M16.6 16.6c5.8 0 9.4 3.6 9.4 9.4-5.8 0-9.4-3.6-9.4-9.4Z" />
    </svg>
  );
}
