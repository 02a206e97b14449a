// The dialog of a room that is open now, if any.
import type { Board, BoardCandidate } from '@onetouch/contract';
import { FindPerson } from './find-person.js';
import { ActDialog } from './act-dialog.js';
import { PersonSheet } from './person-sheet.js';
import type { useRoomWork } from './use-room-work.js';

interface DialogsProps {
  work: ReturnType<typeof useRoomWork>;
  board: Board;
  roomId: string;
}

/** A person's sheet, or the dialog of an act. */
export function RoomDialogs({ work, board, roomId }: DialogsProps) {
  const { open } = work;
  // The newest that is known of the person, as long as the person is in the room.
  const newest = (known: BoardCandidate) => board.candidates.find(({ id }) => id === known.id) ?? known;
  if (!open) return null;
  if (open.kind === 'find')
    return <FindPerson board={board} roomId={roomId} onChoose={work.startTaking} onClose={work.close} />;
  if (open.kind === 'person') {
    const candidate = newest(open.candidate);
    return (
      <PersonSheet
        candidate={candidate}
        board={board}
        onChoose={(name) => work.startPerson(name, candidate)}
        onClose={work.close}
      />
    );
  }
  const { name, target } = open;
  const back = () => {
    if (name === 'takeIn') work.find();
    else if (target.kind === 'person') work.help(target.candidate);
  };
  return (
    <ActDialog
      key={`${name}${target.kind}`}
      scene={{ name, target, board, roomId }}
      onClose={work.close}
      onBack={target.kind === 'person' ? back : undefined}
      onAnswer={work.take}
    />
  );
}
