import { knows, speaker } from '../../kit/language/words';
import words from './words.json';

const say = speaker(words);

/** A disease by its code or its English words, in the reader's language. */
export function diseaseName(disease: string): string {
    const key = `disease-${disease.replaceAll(' ', '-')}`;
    return knows(words, key) ? say(key) : disease;
}
