import { knows, speaker } from '../../kit/language/words';
import words from './words.json';

const say = speaker(words);

/** A crop of the built-in table in the reader's language; a crop of somebody's own keeps the name it was given. */
export function cropName(idOrName: string | null | undefined): string {
    if (!idOrName) {
        return '';
    }
    const key = idOrName.toLowerCase().replace(/[ ,]+/g, '-');
    return knows(words, key) ? say(key) : idOrName;
}
