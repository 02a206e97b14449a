// Says aloud what is worth it; to the eye most of it stands on the board already. Who was moved away does not stand there any more, and
// is told in words.
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Callout } from '../ui/notice.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import type { Important } from './important.js';

function wordsOf(t: TFunction<'invigilation'>, one: Important): string {
  if (one.kind === 'person-offline') return t('important.person', { name: one.name });
  if (one.kind === 'all-submitted') return t('important.allSubmitted');
  if (one.kind === 'left') return t('important.left', { names: one.names.join(', ') });
  const { count, roomName } = one;
  return roomName === null
    ? t('important.people', { count })
    : t('important.peopleIn', { room: roomName, count });
}

/** A quiet live region, and a line for those who have left. */
export function ImportantNews({ important }: { important: Important[] }) {
  const { t } = useTranslation('invigilation');
  const left = important.find(({ kind }) => kind === 'left');
  return (
    <>
      <VisuallyHidden role="log">{important.map((one) => wordsOf(t, one)).join(' ')}</VisuallyHidden>
      {left && (
        <div aria-hidden="true">
          <Callout tone="wait">{wordsOf(t, left)}</Callout>
        </div>
      )}
    </>
  );
}
