// Which staff pages a person may open: read from the answer's abilities, decided nowhere here.
import type { Me } from '@onetouch/contract';
import type { ParseKeys } from 'i18next';
import { paths } from '../../paths.js';

export interface StaffDoor {
  to: string;
  label: Extract<ParseKeys<'shell'>, `nav.${string}`>;
  icon: 'desk' | 'marking' | 'cohorts' | 'exams' | 'people' | 'registry';
}

/** The doors in the order of the day's work; empty for learners. */
export function staffDoors(me: Me | null): StaffDoor[] {
  const doors: (StaffDoor | false | undefined)[] = [
    me?.abilities.author && { to: paths.desk(), label: 'nav.desk', icon: 'desk' },
    me?.abilities.author && { to: paths.marking(), label: 'nav.marking', icon: 'marking' },
    me?.abilities.coordinate && { to: paths.cohorts(), label: 'nav.cohorts', icon: 'cohorts' },
    me?.abilities.coordinate && { to: paths.exams(), label: 'nav.exams', icon: 'exams' },
    (me?.abilities.administer || me?.abilities.coordinate) && {
      to: paths.people(),
      label: 'nav.people',
      icon: 'people',
    },
    me?.abilities.administer && { to: paths.registry(), label: 'nav.registry', icon: 'registry' },
  ];
  return doors.filter((door) => typeof door === 'object');
}
