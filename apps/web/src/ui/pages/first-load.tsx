// What is seen while the very first answer is on its way: the shape of the page, not a wheel.
import { Loading, Skeleton } from '../skeleton.js';
import styles from './first-load.module.css';

/** Header and cards in grey. */
export function FirstLoad() {
  return (
    <div>
      <div className={styles['header']} />
      <main id="main" className={styles['main']}>
        <Loading>
          <Skeleton width="min(420px, 80%)" height={40} />
          <Skeleton width="min(300px, 60%)" height={40} />
          <div className={styles['cards']}>
            <Skeleton height={220} radius={12} />
            <Skeleton height={220} radius={12} />
            <Skeleton height={220} radius={12} />
          </div>
        </Loading>
      </main>
    </div>
  );
}
