// What a save must know of an attempt: whose it is and what is on its paper. Frozen, so it is remembered; nothing else of an attempt is.
import type { QuizLesson, ShownWhen } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { type PublishedVersion, PublishedVersions } from '../courses/published-versions.js';
import { Batches } from '../platform/database/batches.js';
import { Database, type Statement } from '../platform/database/database.js';

export interface KnownQuestion {
  kind: QuizLesson['questions'][number]['kind'];
  optionIds: ReadonlySet<string>;
}

export interface KnownAttempt {
  personId: string;
  versionId: string;
  lessonId: string;
  paperId: string;
  /** In the order of the paper. */
  questionIds: readonly string[];
  questionsPerPage: number;
  /** There is no way back to a page that was left. */
  isOneWay: boolean;
  /** Before a release there is none, whatever the rule says. */
  feedback: ShownWhen;
  key: ShownWhen;
}

const remembered = 20_000;

const read: Statement = {
  name: 'quizzes.known-attempts',
  text: `SELECT a.id, a.person_id AS "personId", a.version_id AS "versionId", a.lesson_id AS "lessonId", a.paper_id AS "paperId",
      p.question_ids AS "questionIds", CASE WHEN a.is_held THEN 'never' ELSE a.rule ->> 'feedback' END AS feedback, a.rule ->> 'key' AS key,
      coalesce(a.rule ->> 'navigation' = 'one-way', false) AS "isOneWay",
      coalesce((a.rule ->> 'questionsPerPage')::integer, 1) AS "questionsPerPage"
    FROM attempt a JOIN paper p ON p.id = a.paper_id WHERE a.id = ANY($1::uuid[])`,
};

function questionsOf(quiz: QuizLesson): ReadonlyMap<string, KnownQuestion> {
  return new Map(
    quiz.questions.map(({ id, kind, options }) => [
      id,
      { kind, optionIds: new Set(options.map((option) => option.id)) },
    ]),
  );
}

@Injectable()
export class KnownAttempts {
  private readonly attempts = new LRUCache<string, KnownAttempt>({ max: remembered });
  private readonly questions = new WeakMap<QuizLesson, ReadonlyMap<string, KnownQuestion>>();
  private readonly reading = new Batches<string, KnownAttempt | undefined>((ids) => this.readMany(ids));

  constructor(
    private readonly database: Database,
    private readonly versions: PublishedVersions,
  ) {}

  /** An attempt by id; undefined when there is none. In a rush one query reads many. */
  async get(attemptId: string): Promise<KnownAttempt | undefined> {
    return this.attempts.get(attemptId) ?? this.reading.add(attemptId);
  }

  /** A question on the paper of this attempt; undefined for any other. */
  async question(attempt: KnownAttempt, questionId: string): Promise<KnownQuestion | undefined> {
    if (!attempt.questionIds.includes(questionId)) return undefined;
    const version = this.versions.peek(attempt.versionId) ?? (await this.versions.get(attempt.versionId));
    return this.allOf(version, attempt.lessonId)?.get(questionId);
  }

  private allOf(version: PublishedVersion, lessonId: string): ReadonlyMap<string, KnownQuestion> | undefined {
    const quiz = version.lessonById.get(lessonId)?.lesson;
    if (quiz?.kind !== 'quiz') return undefined;
    const known = this.questions.get(quiz) ?? questionsOf(quiz);
    this.questions.set(quiz, known);
    return known;
  }

  private async readMany(ids: readonly string[]): Promise<(KnownAttempt | undefined)[]> {
    const rows = await this.database.rows<KnownAttempt & { id: string }>(read, [ids]);
    for (const { id, ...attempt } of rows) this.attempts.set(id, attempt);
    return ids.map((id) => this.attempts.get(id));
  }
}
