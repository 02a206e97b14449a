// The mark with the name beside it, the way home from every page that has a bar. Knows no page but that one.
import { Link } from 'react-router';
import { paths } from '../../paths.js';
import { Mark } from '../mark.js';
import styles from './brand-link.module.css';

/** The link; it takes the room of its words. */
export function BrandLink() {
  return (
    <Link to={paths.home()} className={styles['brand']}>
      <Mark />
      OneTouch
    </Link>
  );
}
