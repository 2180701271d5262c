/** Where the reader is: the parts of `#/a/b?c=d`. Everything after `#` survives a reload and needs no rule on the server. */
export interface Place {
    readonly path: readonly string[];
    readonly query: URLSearchParams;
}

export function currentPlace(hash: string = window.location.hash): Place {
    const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
    return { path: path.split('/').filter(Boolean).map(decoded), query: new URLSearchParams(query) };
}

/** The address of a place, for the `href` of a link. */
export function addressOf(path: readonly string[], query: Readonly<Record<string, string>> = {}): string {
    const search = new URLSearchParams(query).toString();
    return `#/${path.map(encodeURIComponent).join('/')}${search ? `?${search}` : ''}`;
}

export function go(address: string): void {
    window.location.hash = address;
}

/** Changes one setting of the place one is at, without a step in the history. */
export function setQuery(name: string, value: string): void {
    const { path, query } = currentPlace();
    query.set(name, value);
    window.history.replaceState(null, '', addressOf(path, Object.fromEntries(query)));
    window.dispatchEvent(new HashChangeEvent('hashchange'));
}

function decoded(part: string): string {
    try {
        return decodeURIComponent(part);
    } catch {
        return part;
    }
}
