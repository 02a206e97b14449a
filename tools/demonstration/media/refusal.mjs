// A reason to stop that a person can act on. Knows nothing of programs, courses or pages.

/** Is shown as one sentence, without a stack: something outside the code has to be changed first. */
export class Refusal extends Error {}
