// How a lesson is taken in: read aloud, and with larger letters.
import IconTextSize from '@tabler/icons-react/dist/esm/icons/IconTextSize.mjs';
import IconPlayerStop from '@tabler/icons-react/dist/esm/icons/IconPlayerStop.mjs';
import IconVolume from '@tabler/icons-react/dist/esm/icons/IconVolume.mjs';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { Checkbox } from '../ui/choices.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import styles from './lesson-tools.module.css';
import { textSizes, useKeyN, useTextSize } from './reading-choices.js';
import { useReadAloud } from './use-read-aloud.js';

/** The two buttons; the first only where the device has a Vietnamese voice. */
export function LessonTools({ parts, hasNextKey }: { parts: readonly string[]; hasNextKey: boolean }) {
  return (
    <div className={styles['tools']}>
      <ReadAloud parts={parts} />
      <TextSizeChoice hasNextKey={hasNextKey} />
    </div>
  );
}

function ReadAloud({ parts }: { parts: readonly string[] }) {
  const { t } = useTranslation('enrolments');
  const { isOffered, isReading, start, stop } = useReadAloud(parts);
  if (!isOffered) return null;
  const Icon = isReading ? IconPlayerStop : IconVolume;
  return (
    <>
      <Button
        look="outlined"
        className={styles['tool']}
        icon={<Icon size={20} aria-hidden="true" />}
        onClick={isReading ? stop : start}
      >
        {t(isReading ? 'lesson.stopReading' : 'lesson.readAloud')}
      </Button>
      <span role="status">{isReading && <VisuallyHidden>{t('lesson.reading')}</VisuallyHidden>}</span>
    </>
  );
}

function TextSizeChoice({ hasNextKey }: { hasNextKey: boolean }) {
  const { t } = useTranslation('enrolments');
  const [isOpen, setIsOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLDivElement>(null);
  const panelId = useId();
  useEffect(() => {
    if (!isOpen) return;
    const onPress = (event: PointerEvent) => {
      if (!frame.current?.contains(event.target as Node)) setIsOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setIsOpen(false);
      button.current?.querySelector('button')?.focus();
    };
    addEventListener('pointerdown', onPress);
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('pointerdown', onPress);
      removeEventListener('keydown', onKey);
    };
  }, [isOpen]);
  return (
    <div ref={frame} className={styles['frame']}>
      <div ref={button}>
        <Button
          look="outlined"
          className={styles['tool']}
          icon={<IconTextSize size={20} aria-hidden="true" />}
          aria-expanded={isOpen}
          aria-controls={panelId}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('lesson.textSize')}
        </Button>
      </div>
      <div id={panelId} hidden={!isOpen} className={styles['panel']}>
        <SizeRadios />
        {hasNextKey && <KeyNChoice />}
      </div>
    </div>
  );
}

function SizeRadios() {
  const { t } = useTranslation('enrolments');
  const { size, choose } = useTextSize();
  const name = useId();
  return (
    <fieldset className={styles['sizes']}>
      <legend className={styles['legend']}>{t('lesson.textSize')}</legend>
      {textSizes.map((one) => (
        <label key={one} className={styles['size']}>
          <input type="radio" name={name} checked={one === size} onChange={() => choose(one)} />
          <span data-text-size={one} className={styles['sample']}>
            {t(`lesson.sizes.${one}`)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function KeyNChoice() {
  const { t } = useTranslation('enrolments');
  const { isOn, choose } = useKeyN();
  return (
    <div className={styles['keyN']}>
      <Checkbox checked={isOn} onChange={(event) => choose(event.target.checked)}>
        {t('lesson.keyN')}
      </Checkbox>
    </div>
  );
}
