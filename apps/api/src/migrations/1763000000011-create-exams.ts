// Exams: the session, its cohorts, rooms and candidates with their sealed papers, and the record of what was done.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateExams1763000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE exam (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        name text NOT NULL,
        search_key text NOT NULL,
        course_id uuid NOT NULL REFERENCES course,
        version_id uuid NOT NULL REFERENCES course_version,
        lesson_id uuid NOT NULL,
        place_id text NOT NULL REFERENCES place,
        organisation_id uuid REFERENCES organisation,
        check_in_opens_at timestamptz NOT NULL,
        starts_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL,
        rule jsonb NOT NULL,
        release text NOT NULL,
        released_at timestamptz,
        released_by uuid REFERENCES person ON DELETE SET NULL,
        spread_seconds integer NOT NULL,
        preparation_requested_at timestamptz,
        created_by uuid REFERENCES person ON DELETE SET NULL,
        created_at timestamptz NOT NULL,
        is_demonstration boolean NOT NULL DEFAULT false,
        CONSTRAINT exam_window_check CHECK (check_in_opens_at <= starts_at AND starts_at < closes_at)
      )`);
    await runner.query('CREATE INDEX exam_place_id_idx ON exam (place_id)');
    await runner.query('CREATE INDEX exam_organisation_id_idx ON exam (organisation_id)');
    await runner.query(`
      CREATE TABLE exam_cohort (
        exam_id uuid NOT NULL REFERENCES exam ON DELETE CASCADE,
        cohort_id uuid NOT NULL REFERENCES cohort ON DELETE CASCADE,
        PRIMARY KEY (exam_id, cohort_id)
      )`);
    await runner.query('CREATE INDEX exam_cohort_cohort_id_idx ON exam_cohort (cohort_id)');
    await this.makeRooms(runner);
    await this.makeCandidates(runner);
    await this.makeEvents(runner);
  }

  private async makeRooms(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE exam_room (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        exam_id uuid NOT NULL REFERENCES exam ON DELETE CASCADE,
        name text NOT NULL,
        place_id text REFERENCES place,
        invigilator_id uuid REFERENCES person ON DELETE SET NULL,
        capacity integer NOT NULL,
        code text NOT NULL,
        paused_at timestamptz,
        CONSTRAINT exam_room_code_key UNIQUE (code)
      )`);
    await runner.query('CREATE INDEX exam_room_exam_id_idx ON exam_room (exam_id)');
    await runner.query('CREATE INDEX exam_room_invigilator_id_idx ON exam_room (invigilator_id)');
  }

  private async makeCandidates(runner: QueryRunner): Promise<void> {
    // A little free space on each page keeps the rush of check-ins on its own pages.
    await runner.query(`
      CREATE TABLE exam_candidate (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        exam_id uuid NOT NULL REFERENCES exam ON DELETE CASCADE,
        person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
        enrolment_id uuid NOT NULL REFERENCES enrolment ON DELETE CASCADE,
        room_id uuid REFERENCES exam_room ON DELETE SET NULL,
        paper_id uuid REFERENCES paper,
        key bytea,
        sealed bytea,
        nonce bytea,
        needed_points integer,
        possible_points integer,
        attempt_number integer NOT NULL DEFAULT 1,
        checked_in_at timestamptz,
        checked_in_by uuid REFERENCES person ON DELETE SET NULL,
        CONSTRAINT exam_candidate_exam_id_person_id_key UNIQUE (exam_id, person_id),
        CONSTRAINT exam_candidate_paper_id_key UNIQUE (paper_id),
        CONSTRAINT exam_candidate_paper_check CHECK (num_nulls(paper_id, key, sealed, nonce, needed_points, possible_points) IN (0, 6))
      ) WITH (fillfactor = 80)`);
    // What is encrypted does not get shorter: no time is spent on trying.
    await runner.query('ALTER TABLE exam_candidate ALTER COLUMN sealed SET STORAGE EXTERNAL');
    await runner.query('CREATE INDEX exam_candidate_person_id_idx ON exam_candidate (person_id)');
    await runner.query('CREATE INDEX exam_candidate_enrolment_id_idx ON exam_candidate (enrolment_id)');
    await runner.query('CREATE INDEX exam_candidate_room_id_idx ON exam_candidate (room_id)');
    // The round that draws papers finds what is left without reading those that are done.
    await runner.query(
      'CREATE INDEX exam_candidate_unprepared_idx ON exam_candidate (exam_id) WHERE paper_id IS NULL',
    );
  }

  private async makeEvents(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE exam_event (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        exam_id uuid NOT NULL REFERENCES exam ON DELETE CASCADE,
        room_id uuid REFERENCES exam_room ON DELETE SET NULL,
        candidate_id uuid REFERENCES exam_candidate ON DELETE SET NULL,
        kind text NOT NULL,
        actor_id uuid REFERENCES person ON DELETE SET NULL,
        minutes integer,
        reason text NOT NULL DEFAULT '',
        at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX exam_event_exam_id_at_id_idx ON exam_event (exam_id, at, id)');
    await runner.query('CREATE INDEX exam_event_room_id_idx ON exam_event (room_id)');
    await runner.query('CREATE INDEX exam_event_candidate_id_idx ON exam_event (candidate_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['exam_event', 'exam_candidate', 'exam_room', 'exam_cohort', 'exam'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
