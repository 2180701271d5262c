import { ApiProblem, SESSION_ENDED, get, send } from '../http/api';
import { speaker } from '../language/words';
import words from './words.json';

const say = speaker(words);

export interface User {
    readonly user: string;
    readonly roles: readonly string[];
}

/** `unknown` until the server was asked; `ended` when a session that existed has run out. */
export type SessionState = 'unknown' | 'signed-out' | 'ended' | 'signed-in';

/** Who is signed in. Fires `change` whenever that changes. */
export class Session extends EventTarget {
    private current: User | undefined;
    private currentState: SessionState = 'unknown';

    constructor() {
        super();
        window.addEventListener(SESSION_ENDED, () => {
            if (this.currentState === 'signed-in') {
                this.become('ended', undefined);
            }
        });
    }

    get state(): SessionState {
        return this.currentState;
    }

    get user(): User | undefined {
        return this.current;
    }

    has(role: string): boolean {
        return this.current?.roles.includes(role) ?? false;
    }

    /** Asks the server whether the cookie still counts. Throws only when the server is unreachable. */
    async check(): Promise<void> {
        try {
            this.become('signed-in', await get<User>('/api/session'));
        } catch (problem) {
            if (!(problem instanceof ApiProblem) || problem.status !== 401) {
                throw problem;
            }
            if (this.currentState === 'unknown') {
                this.become('signed-out', undefined);
            }
        }
    }

    /** Throws an {@link ApiProblem} with a sentence for the person when the server refuses. */
    async signIn(name: string, password: string): Promise<void> {
        try {
            await send('POST', '/api/session', { form: { j_username: name, j_password: password } });
        } catch (problem) {
            if (problem instanceof ApiProblem && problem.status === 401) {
                throw new ApiProblem(401, 'sign-in-refused', say('refused'));
            }
            throw problem;
        }
        await this.check();
    }

    async signOut(): Promise<void> {
        await send('DELETE', '/api/session');
        this.become('signed-out', undefined);
    }

    private become(state: SessionState, user: User | undefined): void {
        this.currentState = state;
        this.current = user;
        this.dispatchEvent(new Event('change'));
    }
}
