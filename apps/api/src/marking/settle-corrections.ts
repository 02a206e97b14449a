// Looks after corrections that were just applied: whoever handed in at that very moment may have been marked by the old key. A round over
// rows; a killed process, or another one at the same work, changes nothing about the end.
import type { CorrectionWish } from '@onetouch/contract';
import { Injectable, Logger } from '@nestjs/common';
import { PublishedVersions } from '../courses/published-versions.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement } from '../platform/database/database.js';
import { Rounds } from '../platform/rounds.js';
import { tryOne } from '../platform/try-one.js';
import { findHandedIn } from '../quizzes/remark-attempts.js';
import { ApplyCorrection } from './apply-correction.js';
import { chunksOf } from './correction-effects.js';

/** The round that looks after. */
export const settlingRound = 'marking.settle-corrections';
/** No statement runs longer, so nothing that began before the correction is under way after it. */
const settlesAfterMs = 60_000;

interface Unsettled {
  id: string;
  lessonId: string;
  examId: string | null;
  wish: CorrectionWish;
  appliedAt: Date;
}

const findUnsettled: Statement = {
  name: 'marking.find-unsettled',
  text: `SELECT id, lesson_id AS "lessonId", exam_id AS "examId", wish, applied_at AS "appliedAt"
    FROM correction WHERE settled_at IS NULL ORDER BY id`,
};
const findVersions: Statement = {
  name: 'marking.versions-of',
  text: `SELECT DISTINCT version_id AS "versionId" FROM attempt WHERE id = ANY($1::uuid[])`,
};
const putSettled: Statement = {
  name: 'marking.put-settled',
  text: 'UPDATE correction SET settled_at = $2 WHERE id = $1 AND settled_at IS NULL',
};

@Injectable()
export class SettleCorrections {
  private readonly logger = new Logger(SettleCorrections.name);

  constructor(
    private readonly database: Database,
    private readonly applying: ApplyCorrection,
    private readonly versions: PublishedVersions,
    private readonly clock: Clock,
    rounds: Rounds,
  ) {
    rounds.every(settlingRound, 10_000, () => this.settle());
  }

  private async settle(): Promise<void> {
    for (const correction of await this.database.rows<Unsettled>(findUnsettled))
      await tryOne(this.logger, `correction ${correction.id} could not be looked after`, () =>
        this.settleOne(correction),
      );
  }

  private async settleOne(correction: Unsettled): Promise<void> {
    // Before the look, so that it was a look at everything.
    const isLast = this.clock.now().getTime() - correction.appliedAt.getTime() >= settlesAfterMs;
    await this.lookAfter(correction);
    if (isLast) await this.database.rows(putSettled, [correction.id, this.clock.now()]);
  }

  private async lookAfter({ id, lessonId, examId, wish, appliedAt }: Unsettled): Promise<void> {
    const where = { lessonId, examId, questionId: wish.questionId, now: appliedAt, isUncorrected: true };
    for (const ids of chunksOf(await findHandedIn(this.database, where))) {
      const rows = await this.database.rows<{ versionId: string }>(findVersions, [ids]);
      const versions = await this.versions.getMany(rows.map(({ versionId }) => versionId));
      await this.applying.applyLate(ids, { correctionId: id, wish, versions });
    }
  }
}
