// The rules of the platform: facts in, verdict out. Nothing here reads a clock, a row or a file.
export * from './apply-events.js';
export * from './attempts.js';
export * from './authored-course.js';
export * from './certificate-sheet.js';
export * from './certificate.js';
export * from './completion.js';
export * from './course-changes.js';
export * from './course-figures.js';
export * from './course-gaps.js';
export * from './grading.js';
export * from './lesson-progress.js';
export * from './login.js';
export * from './paper.js';
export * from './random.js';
export * from './scope.js';
export * from './vietnamese.js';
export * from './watching.js';
