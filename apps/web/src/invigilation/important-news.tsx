// Says aloud what is worth it; to the eye everything stands on the board already.
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import type { Important } from './important.js';

function wordsOf(t: TFunction<'invigilation'>, one: Important): string {
  if (one.kind === 'person-offline') return t('important.person', { name: one.name });
  if (one.kind === 'all-submitted') return t('important.allSubmitted');
  const { count, roomName } = one;
  return roomName === null
    ? t('important.people', { count })
    : t('important.peopleIn', { room: roomName, count });
}

/** A quiet live region. */
export function ImportantNews({ important }: { important: Important[] }) {
  const { t } = useTranslation('invigilation');
  return <VisuallyHidden role="log">{important.map((one) => wordsOf(t, one)).join(' ')}</VisuallyHidden>;
}
