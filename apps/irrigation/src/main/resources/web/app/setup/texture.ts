import { knows, speaker } from '../../kit/language/words';
import words from './texture-words/words.json';

const say = speaker(words);

/** A texture class of the USDA triangle in the reader's language. */
export function textureName(texture: string): string {
    const key = texture.toLowerCase().replace(/[ _]+/g, '-');
    return knows(words, key) ? say(key) : texture;
}
