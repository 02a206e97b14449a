// The record of an exam names the room from which somebody was moved, so that the room left behind is told of it too.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TellTheRoomThatIsLeft1763000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE exam_event ADD COLUMN from_room_id uuid REFERENCES exam_room ON DELETE SET NULL',
    );
    // A room's record is read by it, and the room is let go of by it.
    await runner.query('CREATE INDEX exam_event_from_room_id_idx ON exam_event (from_room_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE exam_event DROP COLUMN from_room_id');
  }
}
