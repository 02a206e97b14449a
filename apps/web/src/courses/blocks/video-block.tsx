// A film by the browser's own player: nothing is loaded before somebody presses play, captions are on, and its words can be
// read instead.
import type { BlockOf } from '@onetouch/contract';
import { watchedSeconds, type Interval } from '@onetouch/domain';
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
import IconPlayerPlayFilled from '@tabler/icons-react/dist/esm/icons/IconPlayerPlayFilled.mjs';
import IconVideo from '@tabler/icons-react/dist/esm/icons/IconVideo.mjs';
import { useRef, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../platform/format.js';
import { classNames } from '../../ui/class-names.js';
import { fileUrl } from './file-url.js';
import { useWatching } from './use-watching.js';
import styles from './video-block.module.css';

type Video = BlockOf<'video'>;

export interface VideoBlockProps {
  block: Video;
  /** What was watched before. */
  watched?: readonly (readonly [number, number])[] | undefined;
  onWatched?: ((intervals: Interval[]) => void) | undefined;
}

const length = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
const textBytes = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\n')).length;

/** Draws a video block with its ways to take it in, each with its weight. */
export function VideoBlock({ block, watched, onWatched }: VideoBlockProps) {
  const { t } = useTranslation('blocks');
  const [isReading, setIsReading] = useState(false);
  const video = useRef<HTMLVideoElement>(null);
  useWatching(video, block.durationSeconds, onWatched);
  const read = () => {
    video.current?.pause();
    setIsReading(true);
  };
  return (
    <section className={styles['video']} aria-label={t('video.label', { title: block.title })}>
      <div hidden={isReading}>
        <Player block={block} video={video} />
      </div>
      {isReading && <Transcript block={block} isCounted={onWatched !== undefined} />}
      <div className={styles['ways']} role="group" aria-label={t('video.ways')}>
        <Way
          isOn={!isReading}
          icon={<IconVideo size={20} aria-hidden="true" />}
          onChoose={() => setIsReading(false)}
        >
          {t('video.watch')} <span className={styles['weight']}>{formatBytes(block.file.bytes)}</span>
        </Way>
        <Way isOn={isReading} icon={<IconFileText size={20} aria-hidden="true" />} onChoose={read}>
          {t('video.read')}{' '}
          <span className={styles['weight']}>{formatBytes(textBytes(block.transcript))}</span>
        </Way>
      </div>
      {onWatched && <Watched seconds={watchedSeconds(watched ?? [], block.durationSeconds)} block={block} />}
    </section>
  );
}

function Player({ block, video }: { block: Video; video: RefObject<HTMLVideoElement | null> }) {
  const { t } = useTranslation('blocks');
  const [isStarted, setIsStarted] = useState(false);
  const { title, file, captions, poster, durationSeconds } = block;
  return (
    <div className={styles['frame']}>
      <video
        ref={video}
        controls
        playsInline
        preload="none"
        width={640}
        height={360}
        poster={poster && fileUrl(poster)}
        aria-label={title}
        onPlay={() => setIsStarted(true)}
      >
        <source src={fileUrl(file)} type={file.mediaType} />
        <track kind="captions" srcLang="vi" label="Tiếng Việt" src={fileUrl(captions)} default />
      </video>
      {!isStarted && (
        <>
          <button type="button" className={styles['play']} onClick={() => void video.current?.play()}>
            <IconPlayerPlayFilled size={30} aria-hidden="true" />
            <span className={styles['playWord']}>{t('video.play')}</span>
          </button>
          <p className={styles['facts']}>
            <span>{length(durationSeconds)}</span>
            <span>{t('video.captioned')}</span>
          </p>
        </>
      )}
    </div>
  );
}

function Way(props: { isOn: boolean; icon: ReactNode; onChoose: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={props.isOn}
      className={classNames(styles['way'], props.isOn && styles['on'])}
      onClick={props.onChoose}
    >
      {props.icon}
      <span>{props.children}</span>
    </button>
  );
}

function Transcript({ block, isCounted }: { block: Video; isCounted: boolean }) {
  const { t } = useTranslation('blocks');
  return (
    <div className={styles['transcript']}>
      <h3>{t('video.transcript', { title: block.title })}</h3>
      {block.transcript.map((line, index) => (
        <p key={index}>{line}</p>
      ))}
      {isCounted && <p className={styles['small']}>{t('video.readingDoesNotCount')}</p>}
    </div>
  );
}

/** How much was watched, and how much is needed: a learner should not have to guess why a film does not count. */
function Watched({ seconds, block }: { seconds: number; block: Video }) {
  const { t } = useTranslation('blocks');
  const needed = Math.ceil((block.durationSeconds * 9) / 10);
  if (seconds === 0) return null;
  const facts = { watched: length(seconds), total: length(block.durationSeconds), needed: length(needed) };
  return (
    <p className={styles['small']}>
      {seconds >= needed ? t('video.watchedEnough', facts) : t('video.watchedPart', facts)}
    </p>
  );
}
