// Sheets for the doors: one A4 page for each room with its name, the code as a QR and in large letters, and what to do.
import IconPrinter from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs';
import { exams, type ExamDetail, type ExamRoom } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { paths } from '../paths.js';
import { call } from '../platform/call.js';
import { formatNumber } from '../platform/format.js';
import { Button, ButtonLink } from '../ui/button.js';
import { EmptyNotice } from '../ui/notice.js';
import { QrCode } from '../ui/qr-code.js';
import { untilWords, dateTimeWords } from './exam-status.js';
import styles from './room-codes-page.module.css';
import { ExamsPath } from './exams-path.js';
import { keepPrinted } from './printed-codes.js';

interface Data {
  exam: ExamDetail;
  rooms: ExamRoom[];
}

/** The exam, and one room of it or all. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Data> {
  const examId = params['examId'] ?? '';
  const roomId = new URL(request.url).searchParams.get('phong');
  const exam = await call(exams.read, { params: { examId } }, { signal: request.signal });
  return { exam, rooms: exam.rooms.filter(({ id }) => !roomId || id === roomId) };
}

/** The page is called after the exam, and so is the file that a browser prints into. */
export function title({ exam }: Data): string {
  return exam.name;
}

/** What is printed, as it will look. */
export function Component() {
  const { t } = useTranslation('exams');
  const { exam, rooms } = useLoaderData<Data>();
  const print = () => {
    keepPrinted(
      exam,
      rooms.map(({ code }) => code),
    );
    window.print();
  };
  return (
    <div className={styles['page']}>
      <div className={styles['screen']}>
        <div>
          <ExamsPath exam={exam} />
          <h1>{t('sheet.title')}</h1>
          <p className={styles['intro']}>{t('sheet.intro')}</p>
        </div>
        {rooms.length > 0 && (
          <div className={styles['buttons']}>
            <Button icon={<IconPrinter size={20} aria-hidden="true" />} onClick={print}>
              {t('sheet.print', { count: rooms.length, number: formatNumber(rooms.length) })}
            </Button>
            <ButtonLink look="outlined" to={paths.exam(exam.id, 'phong')}>
              {t('sheet.back')}
            </ButtonLink>
          </div>
        )}
      </div>
      {rooms.length === 0 ? (
        <EmptyNotice
          title={t('room.none')}
          action={
            <ButtonLink isWide to={paths.exam(exam.id, 'phong')}>
              {t('sheet.toRooms')}
            </ButtonLink>
          }
        />
      ) : (
        <ol className={styles['sheets']}>
          {rooms.map((room) => (
            <li key={room.id}>
              <Sheet exam={exam} room={room} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Sheet({ exam, room }: { exam: ExamDetail; room: ExamRoom }) {
  const { t } = useTranslation('exams');
  const address = `${location.origin}${paths.checkIn(room.code)}`;
  const { startsAt, closesAt, checkInOpensAt } = exam;
  return (
    <article className={styles['sheet']} aria-label={room.name}>
      <header>
        <p className={styles['exam']}>{exam.name}</p>
        <p>{t('head.when', { start: dateTimeWords(startsAt), end: untilWords(startsAt, closesAt) })}</p>
      </header>
      <div className={styles['middle']}>
        <h2 className={styles['room']}>{room.name}</h2>
        {room.place && <p className={styles['place']}>{room.place.fullName}</p>}
        <QrCode content={address} className={styles['qr']} />
        <p className={styles['codeLabel']}>{t('sheet.code')}</p>
        <p className={styles['code']}>{room.code}</p>
      </div>
      <ol className={styles['how']}>
        <li>{t('sheet.scan', { address: `${location.host}${paths.checkIn()}` })}</li>
        <li>{t('sheet.signIn', { time: dateTimeWords(checkInOpensAt) })}</li>
        <li>{t('sheet.wait')}</li>
      </ol>
      {room.invigilator && (
        <p className={styles['foot']}>{t('sheet.invigilator', { name: room.invigilator.fullName })}</p>
      )}
    </article>
  );
}
