import { knows, speaker } from '../language/words';
import words from './words.json';

const say = speaker(words);

/** What the server answered instead of what was asked for: RFC 9457 problem details, or a sentence of our own. */
export class ApiProblem extends Error {
    constructor(
        readonly status: number,
        readonly code: string,
        detail: string,
        /** What else the answer says, for those who know what it means. */
        readonly more: Readonly<Record<string, unknown>> = {},
    ) {
        super(detail);
        this.name = 'ApiProblem';
    }

    /** No answer at all: the server is down or the network is. */
    get unreachable(): boolean {
        return this.status === 0;
    }
}

/** Fired on `window` when a request meets 401, that is when the session has ended. */
export const SESSION_ENDED = 'milliwatt:session-ended';

const TIMEOUT_MILLIS = 15_000;

export interface Request {
    readonly body?: unknown;
    readonly form?: Readonly<Record<string, string>>;
    readonly signal?: AbortSignal;
}

export function get<T>(path: string, signal?: AbortSignal): Promise<T> {
    return send<T>('GET', path, signal ? { signal } : {});
}

/** Sends a request within the session; a missing answer and an answer other than 2xx both become an {@link ApiProblem}. */
export async function send<T>(method: string, path: string, request: Request = {}): Promise<T> {
    const response = await answerOf(method, path, request);
    if (response.status === 401) {
        window.dispatchEvent(new Event(SESSION_ENDED));
    }
    if (!response.ok) {
        throw await problemOf(response);
    }
    return (response.headers.get('content-type')?.includes('json') ? await response.json() : undefined) as T;
}

async function answerOf(method: string, path: string, { body, form, signal }: Request): Promise<Response> {
    const headers: Record<string, string> = { Accept: 'application/json' };
    if (body !== undefined) {
        headers['Content-Type'] = 'application/json';
    }
    const deadline = AbortSignal.timeout(TIMEOUT_MILLIS);
    try {
        return await fetch(path, {
            method,
            headers,
            body: form ? new URLSearchParams(form) : body === undefined ? null : JSON.stringify(body),
            credentials: 'same-origin',
            redirect: 'error',
            cache: 'no-store',
            signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
        });
    } catch (failure) {
        if (signal?.aborted) {
            throw failure;
        }
        throw new ApiProblem(0, 'unreachable', say('unreachable'));
    }
}

async function problemOf(response: Response): Promise<ApiProblem> {
    try {
        const problem = await response.json();
        return new ApiProblem(response.status, problem.code ?? 'unknown', problem.detail ?? problem.title ?? sentenceFor(response.status), problem);
    } catch {
        return new ApiProblem(response.status, 'unknown', sentenceFor(response.status));
    }
}

function sentenceFor(status: number): string {
    const key = String(status);
    return knows(words, key) ? say(key) : say('other', { status: key });
}
