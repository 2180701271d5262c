import type { ApiProblem } from '../../kit/http/api';
import { knows, speaker } from '../../kit/language/words';
import type { Reason } from '../reason/reason';
import { reasonText } from '../reason/reason';
import words from './words.json';

const say = speaker(words);

/** A refusal by its reason, another problem by its code; nothing for those whose sentence has figures that only the server knows. */
export function problemText({ code, more }: ApiProblem): string | undefined {
    const reason = more['reason'] as Reason | null | undefined;
    return reason ? reasonText(reason) : knows(words, code) ? say(code) : undefined;
}
