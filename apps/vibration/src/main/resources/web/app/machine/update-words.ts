import { age } from '../../kit/format/time';
import type { ModelUpdate } from './machine';

/** Where an update of the node's model stands, in a phrase; the node's reason stands with what went wrong. */
export function updateInShort(update: ModelUpdate | null | undefined): string {
    if (!update) {
        return 'none so far';
    }
    const version = `version ${update.modelVersion}`;
    switch (update.state) {
        case 'empty':
            return update.reason ? `${version} given up: ${update.reason}` : `${version} is on its way to the node`;
        case 'staged':
            return `${version} is on the node and starts next`;
        case 'trial':
            return `${version} runs on trial since ${age(update.at).replace(' ago', '')}`;
        case 'confirmed':
            return `${version} confirmed ${age(update.at)}`;
        case 'bad':
            return `${version} not kept: ${update.reason ?? 'no reason given'}`;
    }
}
