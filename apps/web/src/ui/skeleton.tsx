// Grey shapes in the place of what is coming.
import { useEffect, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './skeleton.module.css';

/** One grey shape; give it the size of the thing that comes. */
export function Skeleton({
  width = '100%',
  height = 16,
  radius = 6,
}: {
  width?: number | string;
  height?: number | string;
  radius?: number;
}) {
  const style: CSSProperties = { width, height, borderRadius: radius };
  return <div className={styles['shape']} style={style} />;
}

/** True once `ms` have passed since this was first drawn. */
export function useElapsed(ms: number): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsOver(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return isOver;
}

/** A stand-in while something loads: nothing for 200 ms, then `children` (or a plain shape), after 4 s a sentence. */
export function Loading({ children }: { children?: React.ReactNode }) {
  const { t } = useTranslation('shell');
  const isShown = useElapsed(200);
  const isSlow = useElapsed(4_000);
  return (
    <div className={styles['loading']} role="status" aria-busy="true">
      {isShown &&
        (children ?? (
          <>
            <Skeleton height={72} radius={10} />
            <Skeleton width="70%" />
            <Skeleton width="45%" />
            <Skeleton width="58%" />
          </>
        ))}
      {isSlow && <p className={styles['slow']}>{t('state.slow')}</p>}
    </div>
  );
}
