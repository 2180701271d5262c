import { ApiProblem } from './api';

/** Says a problem of the server in the reader's language; nothing where it cannot, and the server's own sentence stands. */
export type ProblemSpeaker = (problem: ApiProblem) => string | undefined;

let speaker: ProblemSpeaker = () => undefined;

/** What a console knows of its own server's problems. */
export function speakProblems(own: ProblemSpeaker): void {
    speaker = own;
}

/** What went wrong, as the sentence a person reads. */
export function sentenceOf(problem: unknown): string {
    return (problem instanceof ApiProblem ? speaker(problem) : undefined) ?? (problem instanceof Error ? problem.message : String(problem));
}
