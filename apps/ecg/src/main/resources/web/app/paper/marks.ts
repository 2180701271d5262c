import type { Strip } from '../episode/episode';
import type { PaperScale } from './trace-path';
import { xOf } from './trace-path';

/** Of a row of words, in millimetres. */
export const MARK_HEIGHT = 3;
/** A letter of the marks' size is about this wide, in millimetres. */
export const LETTER_WIDTH = 1.35;
const ROWS = 5;

/** A mark with the row, counted from the bottom, in which its words touch no others. */
interface PlacedMark {
    readonly x: number;
    readonly words: string;
    readonly row: number;
}

/** Marks that lie in what the paper shows; their words stand on the lowest row that is free there. */
export function placed(marks: Strip['marks'], scale: PaperScale): readonly PlacedMark[] {
    const ends = Array.from({ length: ROWS }, () => Number.NEGATIVE_INFINITY);
    return marks
        .filter(({ t }) => t >= scale.fromMillis && t <= scale.toMillis)
        .map(({ t, label, onset }) => {
            const x = xOf(scale, t);
            const words = `${onset ? '' : 'end: '}${label.replaceAll('-', ' ')}`;
            const free = ends.findIndex((end) => end < x);
            const row = free < 0 ? ROWS - 1 : free;
            ends[row] = x + 2 + words.length * LETTER_WIDTH;
            return { x, words, row };
        });
}
