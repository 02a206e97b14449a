// The words around a picture, a film or a sheet. The files themselves are not changed here.
import type { BlockOf } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileUrl } from '../courses/blocks/file-url.js';
import styles from './editor.module.css';
import { WordsField } from './fields.js';

interface FieldsOf<T extends 'image' | 'video' | 'sheet'> {
  block: BlockOf<T>;
  onChange: (block: BlockOf<T>) => void;
}

/** What a picture shows, for whoever does not see it, and its caption. */
export function ImageFields({ block, onChange }: FieldsOf<'image'>) {
  const { t } = useTranslation('studio');
  const { file, width, height, alt, caption } = block;
  return (
    <>
      <img
        src={fileUrl(file)}
        width={width}
        height={height}
        alt={alt}
        loading="lazy"
        className={styles['picture']}
      />
      <WordsField
        of={[block.id, 'alt']}
        label={t('field.alt')}
        hint={t('field.altHint')}
        rows={2}
        value={alt}
        onChange={(next) => onChange({ ...block, alt: next })}
      />
      <WordsField
        of={[block.id, 'caption']}
        label={t('field.caption')}
        isOptional
        value={caption}
        onChange={(next) => onChange({ ...block, caption: next })}
      />
    </>
  );
}

/** Lines with words; an empty one is only a pause in typing. */
const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

/** The title of a film and its spoken words. */
export function VideoFields({ block, onChange }: FieldsOf<'video'>) {
  const { t } = useTranslation('studio');
  const [typed, setTyped] = useState(() => block.transcript.join('\n'));
  const isOwn = linesOf(typed).join('\n') === block.transcript.join('\n');
  return (
    <>
      <p className={styles['quiet']}>{block.file.name}</p>
      <WordsField
        of={[block.id, 'title']}
        label={t('field.videoTitle')}
        value={block.title}
        onChange={(title) => onChange({ ...block, title })}
      />
      <WordsField
        of={[block.id, 'transcript']}
        label={t('field.transcript')}
        hint={t('field.transcriptHint')}
        rows={6}
        value={isOwn ? typed : block.transcript.join('\n')}
        onChange={(text) => {
          setTyped(text);
          onChange({ ...block, transcript: linesOf(text) });
        }}
      />
    </>
  );
}

/** What a sheet is and what it is for. */
export function SheetFields({ block, onChange }: FieldsOf<'sheet'>) {
  const { t } = useTranslation('studio');
  return (
    <>
      <p className={styles['quiet']}>{block.file.name}</p>
      <WordsField
        of={[block.id, 'title']}
        label={t('field.sheetTitle')}
        value={block.title}
        onChange={(title) => onChange({ ...block, title })}
      />
      <WordsField
        of={[block.id, 'description']}
        label={t('field.description')}
        isOptional
        rows={2}
        value={block.description}
        onChange={(description) => onChange({ ...block, description })}
      />
    </>
  );
}
