// The two ways out of this page and into a fresh one, in one place, so that a test can see where they would lead.

export const windowDoor = {
  open: (address: string) => location.assign(address),
  reload: () => location.reload(),
};
