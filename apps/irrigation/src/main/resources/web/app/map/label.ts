const MOST_LINES = 3;

/** A name in lines of at most so many letters, broken between words; none where a word or the whole is too long, for then the shape has to do. */
export function labelLines(name: string, letters: number): readonly string[] {
    const lines: string[] = [];
    for (const word of name.split(/\s+/)) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= letters) {
            lines[lines.length - 1] = `${last} ${word}`;
        } else {
            lines.push(word);
        }
    }
    return lines.length <= MOST_LINES && lines.every((line) => line.length <= letters) ? lines : [];
}
