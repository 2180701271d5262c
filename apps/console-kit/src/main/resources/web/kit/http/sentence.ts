/** What went wrong, as the sentence a person reads. */
export function sentenceOf(problem: unknown): string {
    return problem instanceof Error ? problem.message : String(problem);
}
