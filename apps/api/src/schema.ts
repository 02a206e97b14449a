// Every table and every migration, in order. The only list of them.
import { ConsentEntity } from './accounts/consent.entity.js';
import { PersonEntity } from './accounts/person.entity.js';
import { RoleGrantEntity } from './accounts/role-grant.entity.js';
import { SessionEntity } from './accounts/session.entity.js';
import { CertificateRegisterEntity } from './certificates/certificate-register.entity.js';
import { CertificateEntity } from './certificates/certificate.entity.js';
import { CohortMemberEntity } from './cohorts/cohort-member.entity.js';
import { CohortEntity } from './cohorts/cohort.entity.js';
import { CourseVersionEntity } from './courses/course-version.entity.js';
import { CourseEntity } from './courses/course.entity.js';
import { EnrolmentEntity } from './enrolments/enrolment.entity.js';
import { LessonProgressEntity } from './enrolments/lesson-progress.entity.js';
import { ExamCandidateEntity } from './exams/exam-candidate.entity.js';
import { ExamCohortEntity } from './exams/exam-cohort.entity.js';
import { ExamEventEntity } from './exams/exam-event.entity.js';
import { ExamRoomEntity } from './exams/exam-room.entity.js';
import { ExamEntity } from './exams/exam.entity.js';
import { CorrectionChangeEntity } from './marking/correction-change.entity.js';
import { CorrectionEntity } from './marking/correction.entity.js';
import { EssayMarkEntity } from './marking/essay-mark.entity.js';
import { CreatePlaces1763000000001 } from './migrations/1763000000001-create-places.js';
import { LoadPlaces1763000000002 } from './migrations/1763000000002-load-places.js';
import { CreateAccounts1763000000003 } from './migrations/1763000000003-create-accounts.js';
import { CreateCourses1763000000004 } from './migrations/1763000000004-create-courses.js';
import { CreateEnrolments1763000000005 } from './migrations/1763000000005-create-enrolments.js';
import { CreateCertificates1763000000006 } from './migrations/1763000000006-create-certificates.js';
import { CreateCohorts1763000000007 } from './migrations/1763000000007-create-cohorts.js';
import { RememberDemonstration1763000000008 } from './migrations/1763000000008-remember-demonstration.js';
import { TidyFirstTables1763000000009 } from './migrations/1763000000009-tidy-first-tables.js';
import { TimeAttempts1763000000010 } from './migrations/1763000000010-time-attempts.js';
import { CreateExams1763000000011 } from './migrations/1763000000011-create-exams.js';
import { CreateMarking1763000000012 } from './migrations/1763000000012-create-marking.js';
import { KeepTheRecord1763000000013 } from './migrations/1763000000013-keep-the-record.js';
import { HoldLateMarks1763000000014 } from './migrations/1763000000014-hold-late-marks.js';
import { TellTheRoomThatIsLeft1763000000015 } from './migrations/1763000000015-tell-the-room-that-is-left.js';
import { LetGoOfTheRoomLeft1763000000016 } from './migrations/1763000000016-let-go-of-the-room-left.js';
import { NoteWhatWasRead1763000000017 } from './migrations/1763000000017-note-what-was-read.js';
import { OrganisationEntity } from './places/organisation.entity.js';
import { PlaceEntity } from './places/place.entity.js';
import { FileEntity } from './platform/files/file.entity.js';
import { AttemptAnswerEntity } from './quizzes/attempt-answer.entity.js';
import { AttemptExtensionEntity } from './quizzes/attempt-extension.entity.js';
import { AttemptSignEntity } from './quizzes/attempt-sign.entity.js';
import { AttemptEntity } from './quizzes/attempt.entity.js';
import { LateAnswerEntity } from './quizzes/late-answer.entity.js';
import { PaperEntity } from './quizzes/paper.entity.js';
import { QuestionCorrectionEntity } from './quizzes/question-correction.entity.js';

import type { Schema } from './platform/database/options.js';

const entities = [
  PlaceEntity,
  OrganisationEntity,
  PersonEntity,
  SessionEntity,
  ConsentEntity,
  RoleGrantEntity,
  FileEntity,
  CourseEntity,
  CourseVersionEntity,
  EnrolmentEntity,
  LessonProgressEntity,
  PaperEntity,
  AttemptEntity,
  AttemptAnswerEntity,
  AttemptSignEntity,
  AttemptExtensionEntity,
  LateAnswerEntity,
  QuestionCorrectionEntity,
  CertificateRegisterEntity,
  CertificateEntity,
  CohortEntity,
  CohortMemberEntity,
  ExamEntity,
  ExamCohortEntity,
  ExamRoomEntity,
  ExamCandidateEntity,
  ExamEventEntity,
  EssayMarkEntity,
  CorrectionEntity,
  CorrectionChangeEntity,
];

const migrations = [
  CreatePlaces1763000000001,
  LoadPlaces1763000000002,
  CreateAccounts1763000000003,
  CreateCourses1763000000004,
  CreateEnrolments1763000000005,
  CreateCertificates1763000000006,
  CreateCohorts1763000000007,
  RememberDemonstration1763000000008,
  TidyFirstTables1763000000009,
  TimeAttempts1763000000010,
  CreateExams1763000000011,
  CreateMarking1763000000012,
  KeepTheRecord1763000000013,
  HoldLateMarks1763000000014,
  TellTheRoomThatIsLeft1763000000015,
  LetGoOfTheRoomLeft1763000000016,
  NoteWhatWasRead1763000000017,
];

export const schema: Schema = { entities, migrations };
