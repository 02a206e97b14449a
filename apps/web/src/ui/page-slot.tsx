// A place on a page that a later room may fill for people who are signed in. Knows no room: each says what it puts where; what it
// brings is loaded when the page stands, and weighs nothing for visitors.
import { useEffect, useState, type ComponentType } from 'react';
import { useMe } from '../platform/session.js';

export type SlotName = 'home' | 'learning';
export interface SlotProps {
  slot: SlotName;
  /** Called with true while what is shown here holds the main button of the page. */
  onMain: (isMain: boolean) => void;
}
type Load = () => Promise<ComponentType<SlotProps>>;

let filled: Load | undefined;

/** Says what fills the slots, by a component that is loaded when it is needed. */
export function fillSlots(load: Load) {
  filled = load;
}

/** What fills the slot, or nothing: for visitors, and when it does not come. */
export function PageSlot(props: SlotProps) {
  const personId = useMe()?.id;
  const [Part, setPart] = useState<ComponentType<SlotProps>>();
  useEffect(() => {
    let isLeft = false;
    if (personId)
      filled?.().then(
        (loaded) => isLeft || setPart(() => loaded),
        () => undefined,
      );
    return () => {
      isLeft = true;
    };
  }, [personId]);
  return personId && Part ? <Part {...props} /> : null;
}
