// What is done to a person or a room, in one dialog: what it does, why, and what the server says has come of it.
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { BottomSheet } from '../ui/dialog.js';
import styles from './act-dialog.module.css';
import { ActForm } from './act-form.js';
import { actDone, type ActScene, actTitle } from './act-words.js';
import { actFacts } from './acts.js';
import type { ActAnswer } from './send-act.js';
import { useAct } from './use-act.js';

export interface ActDialogProps {
  scene: ActScene;
  onClose: () => void;
  /** Back to the choice of acts, where there is one. */
  onBack?: (() => void) | undefined;
  onAnswer: (answer: ActAnswer) => void;
}

/** The dialog; once there is an answer it shows that and nothing else. */
export function ActDialog({ scene: now, onClose, onBack, onAnswer }: ActDialogProps) {
  const { t } = useTranslation('invigilation');
  // What is asked about is what was pressed on, whatever the board says meanwhile.
  const [scene] = useState(now);
  const [done, setDone] = useState<string[] | null>(null);
  const form = useAct(scene, (answer) => {
    setDone(actDone(t, { ...scene, board: now.board }, answer));
    onAnswer(answer);
  });
  const close = () => form.isBusy || onClose();
  const { name } = scene;
  return (
    <BottomSheet
      isOpen
      onClose={close}
      title={actTitle(t, scene)}
      actions={
        done ? (
          <Button onClick={onClose}>{t('act.shut')}</Button>
        ) : (
          <>
            <Button
              look={actFacts[name].look ?? 'primary'}
              isBusy={form.isBusy}
              onClick={() => void form.submit()}
            >
              {t(form.isBusy ? `act.${name}.busy` : `act.${name}.submit`)}
            </Button>
            <Button look="outlined" onClick={onBack ? () => form.isBusy || onBack() : close}>
              {t(onBack ? 'act.back' : 'act.cancel')}
            </Button>
          </>
        )
      }
    >
      {done ? <Done lines={done} /> : <ActForm scene={scene} form={form} />}
    </BottomSheet>
  );
}

/** Takes the focus, so that it is read and the way on is the next stop. */
function Done({ lines }: { lines: string[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} role="status" tabIndex={-1} className={styles['done']}>
      <IconCircleCheck size={24} aria-hidden="true" />
      <div>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  );
}
