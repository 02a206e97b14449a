// The camera, until it sees a QR code. Nothing is recorded or sent; the camera is off as soon as the dialog closes.
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog.js';
import { detectorMaker } from './can-scan.js';
import styles from './scan-dialog.module.css';

interface ScanDialogProps {
  onCode: (text: string) => void;
  onClose: () => void;
}
const everyMs = 250;

async function look(video: HTMLVideoElement, signal: AbortSignal, onCode: (text: string) => void) {
  const Maker = detectorMaker();
  if (!Maker) return;
  const detector = new Maker({ formats: ['qr_code'] });
  while (!signal.aborted) {
    const [found] = await detector.detect(video).catch(() => []);
    if (signal.aborted) return;
    if (found?.rawValue) return onCode(found.rawValue);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

/** The dialog; says what to do when the camera is not allowed. */
export function ScanDialog({ onCode, onClose }: ScanDialogProps) {
  const { t } = useTranslation('certificates');
  const video = useRef<HTMLVideoElement>(null);
  const [isRefused, setIsRefused] = useState(false);
  const found = useEffectEvent(onCode);
  useEffect(() => {
    const element = video.current;
    const ending = new AbortController();
    let stream: MediaStream | undefined;
    const stop = () => stream?.getTracks().forEach((track) => track.stop());
    const start = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (ending.signal.aborted || !element) return stop();
      element.srcObject = stream;
      await element.play();
      await look(element, ending.signal, (text) => found(text));
    };
    start().catch(() => ending.signal.aborted || setIsRefused(true));
    return () => {
      ending.abort();
      stop();
    };
  }, []);
  return (
    <Dialog isOpen onClose={onClose} title={t('verify.scan')}>
      {isRefused ? <p role="alert">{t('scan.refused')}</p> : <p>{t('scan.how')}</p>}
      <video ref={video} className={styles['video']} muted playsInline hidden={isRefused} />
    </Dialog>
  );
}
