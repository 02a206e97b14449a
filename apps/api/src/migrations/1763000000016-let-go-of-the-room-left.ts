// A room that somebody was moved out of can be removed like any other: the line in the record stays and lets go of it.
import type { MigrationInterface, QueryRunner } from 'typeorm';

async function keepEvents(runner: QueryRunner, emptied: string): Promise<void> {
  await runner.query('DROP TRIGGER exam_event_kept ON exam_event');
  await runner.query(`CREATE TRIGGER exam_event_kept BEFORE UPDATE OR DELETE ON exam_event FOR EACH ROW
    EXECUTE FUNCTION refuse_change('${emptied}', '')`);
}

export class LetGoOfTheRoomLeft1763000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await keepEvents(runner, 'room_id,from_room_id,candidate_id,actor_id');
  }

  async down(runner: QueryRunner): Promise<void> {
    await keepEvents(runner, 'room_id,candidate_id,actor_id');
  }
}
