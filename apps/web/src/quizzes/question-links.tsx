// Numbers of questions that lead to them.
import { useTranslation } from 'react-i18next';
import styles from './question-links.module.css';

/** Small buttons of 44 px, one for each place on the paper. */
export function QuestionLinks({
  places,
  onGo,
}: {
  places: readonly number[];
  /** Null where one cannot go back: then they are only named. */
  onGo: ((index: number) => void) | null;
}) {
  const { t } = useTranslation('quizzes');
  if (!onGo) return <strong>{places.map((place) => place + 1).join(', ')}</strong>;
  return (
    <span className={styles['links']}>
      {places.map((place) => (
        <button
          key={place}
          type="button"
          className={styles['link']}
          aria-label={t('submit.goTo', { number: place + 1 })}
          onClick={() => onGo(place)}
        >
          {place + 1}
        </button>
      ))}
    </span>
  );
}
