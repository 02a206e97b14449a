// What is over before anybody could read it is not worth a word.
import { useEffect, useState } from 'react';

/** True once `isOn` has been so for `ms`. */
export function useLasting(isOn: boolean, ms = 1_500): boolean {
  const [isLasting, setIsLasting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLasting(isOn), isOn ? ms : 0);
    return () => clearTimeout(timer);
  }, [isOn, ms]);
  return isOn && isLasting;
}
