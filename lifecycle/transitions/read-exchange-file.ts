import { columnList } from '../configuration/transition';
import type { StatusReason } from '../configuration/status-reason';
import {
    FILE_FORMAT,
    FILE_VERSION,
    MOST_TRANSITIONS,
    STATE_NAMES,
    type StateInFile,
    type StatusInFile,
} from './exchange-format';
import { JsonSyntaxError, placeOf, readJson, type JsonNode, type Place } from './json-document';
import { resolveStatus } from './resolve-status';
import { isSameMove, LONGEST, type StoredTransition } from './stored-transition';

/** What is wrong with a file. */
export type FileProblemCode =
    /** It is no JSON; `found` is what stands where JSON ends. */
    | 'syntax'
    /** It is JSON of something else. */
    | 'format'
    /** A later version of this product wrote it. */
    | 'version'
    | 'missing'
    | 'unknown-member'
    | 'not-an-object'
    | 'not-a-list'
    | 'not-a-text'
    | 'not-a-number'
    | 'not-yes-or-no'
    | 'not-a-state'
    | 'too-long'
    | 'too-many'
    /** The environment has no such status reason. */
    | 'unknown-status'
    /** The file says the same move for the same people twice. */
    | 'duplicate';

export interface FileProblem {
    readonly code: FileProblemCode;
    /** Such as `transitions[3].from.value`; empty for the file as a whole. */
    readonly path: string;
    readonly place: Place;
    /** What stands there, or what is allowed; depends on the code. */
    readonly detail: string;
}

export type FileReading =
    | { readonly ok: true; readonly transitions: readonly StoredTransition[] }
    | { readonly ok: false; readonly problems: readonly FileProblem[] };

/**
 * Reads a file of transitions. All that is wrong is reported at once, and then nothing of it is used.
 * @param statusReasons of this environment, which the file's are found in
 * @param newId ids for the transitions, which the file does not carry
 */
export function readExchangeFile(
    text: string,
    statusReasons: readonly StatusReason[],
    newId: () => string,
): FileReading {
    const problems: FileProblem[] = [];
    const report: Report = (code, path, node, detail = '') => {
        problems.push({ code, path, place: placeOf(text, node.at), detail });
    };
    let document: JsonNode;
    try {
        document = readJson(text);
    } catch (error) {
        if (!(error instanceof JsonSyntaxError)) throw error;
        return {
            ok: false,
            problems: [{ code: 'syntax', path: '', place: placeOf(text, error.at), detail: error.found }],
        };
    }
    const list = readHead(document, report);
    if (list === null) return { ok: false, problems };
    const read = list.items.flatMap((item, index) => {
        const path = `transitions[${index}]`;
        const transition = readTransition(item, path, statusReasons, newId, report);
        return transition === null ? [] : [{ transition, path, item }];
    });
    read.forEach(({ transition, path, item }, index) => {
        const twin = read.slice(0, index).find((other) => isSameMove(other.transition, transition));
        if (twin) report('duplicate', path, item, twin.path);
    });
    if (problems.length > 0) return { ok: false, problems };
    return { ok: true, transitions: read.map(({ transition }) => transition) };
}

type Report = (code: FileProblemCode, path: string, node: JsonNode, detail?: string) => void;

/** @returns the list of transitions; null when the file is not one of ours */
function readHead(document: JsonNode, report: Report): Extract<JsonNode, { kind: 'array' }> | null {
    if (document.kind !== 'object') {
        report('format', '', document, FILE_FORMAT);
        return null;
    }
    const format = document.members.get('format');
    if (format?.kind !== 'text' || format.value !== FILE_FORMAT) {
        report('format', 'format', format ?? document, FILE_FORMAT);
        return null;
    }
    const version = document.members.get('version');
    if (version?.kind !== 'number' || version.value !== FILE_VERSION) {
        report('version', 'version', version ?? document, version?.kind === 'number' ? String(version.value) : '');
        return null;
    }
    const members = membersOf(document, '', ['format', 'version', 'transitions'], [], report);
    const list = members?.get('transitions');
    if (list === undefined) return null;
    if (list.kind !== 'array') {
        report('not-a-list', 'transitions', list);
        return null;
    }
    if (list.items.length > MOST_TRANSITIONS) {
        report('too-many', 'transitions', list, String(MOST_TRANSITIONS));
        return null;
    }
    return list;
}

function readTransition(
    node: JsonNode,
    path: string,
    statusReasons: readonly StatusReason[],
    newId: () => string,
    report: Report,
): StoredTransition | null {
    const members = membersOf(
        node,
        path,
        ['from', 'to'],
        ['requiredColumns', 'noteRequired', 'requiredRole', 'message', 'active'],
        report,
    );
    if (members === null) return null;
    const from = readStatus(members.get('from'), `${path}.from`, statusReasons, report);
    const to = readStatus(members.get('to'), `${path}.to`, statusReasons, report);
    const requiredColumns = readColumns(members.get('requiredColumns'), `${path}.requiredColumns`, report);
    const noteRequired = readBoolean(members.get('noteRequired'), `${path}.noteRequired`, false, report);
    const requiredRole = readText(members.get('requiredRole'), `${path}.requiredRole`, LONGEST.requiredRole, report);
    const message = readText(members.get('message'), `${path}.message`, LONGEST.message, report);
    const isActive = readBoolean(members.get('active'), `${path}.active`, true, report);
    if (from === null || to === null) return null;
    return { id: newId(), from, to, requiredColumns, noteRequired, requiredRole, message, isActive };
}

function readStatus(
    node: JsonNode | undefined,
    path: string,
    statusReasons: readonly StatusReason[],
    report: Report,
): number | null {
    if (node === undefined) return null;
    const members = membersOf(node, path, ['value', 'label', 'state'], [], report);
    const [value, label, state] = [members?.get('value'), members?.get('label'), members?.get('state')];
    if (value === undefined || label === undefined || state === undefined) return null;
    if (value.kind !== 'number' || !Number.isInteger(value.value)) {
        report('not-a-number', `${path}.value`, value);
        return null;
    }
    if (label.kind !== 'text') {
        report('not-a-text', `${path}.label`, label);
        return null;
    }
    const stateNamed = state.kind === 'text' ? STATE_NAMES.find((name) => name === state.value) : undefined;
    if (stateNamed === undefined) {
        report('not-a-state', `${path}.state`, state, STATE_NAMES.join(', '));
        return null;
    }
    const wanted: StatusInFile & { readonly state: StateInFile } = {
        value: value.value,
        label: label.value,
        state: stateNamed,
    };
    const found = resolveStatus(wanted, statusReasons);
    if (found === null) report('unknown-status', path, node, `${wanted.label} (${wanted.value})`);
    return found?.value ?? null;
}

function readColumns(node: JsonNode | undefined, path: string, report: Report): readonly string[] {
    if (node === undefined) return [];
    if (node.kind !== 'array') {
        report('not-a-list', path, node);
        return [];
    }
    const names = node.items.flatMap((item, index): readonly string[] => {
        const members = membersOf(item, `${path}[${index}]`, ['name'], ['label'], report);
        const name = members?.get('name');
        return name === undefined ? [] : [readText(name, `${path}[${index}].name`, LONGEST.requiredColumns, report)];
    });
    return columnList(names.join(','));
}

function readText(node: JsonNode | undefined, path: string, longest: number, report: Report): string {
    if (node === undefined) return '';
    if (node.kind !== 'text') {
        report('not-a-text', path, node);
        return '';
    }
    if (node.value.length > longest) report('too-long', path, node, String(longest));
    return node.value.trim();
}

function readBoolean(node: JsonNode | undefined, path: string, absent: boolean, report: Report): boolean {
    if (node === undefined) return absent;
    if (node.kind === 'boolean') return node.value;
    report('not-yes-or-no', path, node);
    return absent;
}

/**
 * The members of an object. Names that are not known are reported as well: a mistyped one would otherwise be left out
 * without a word.
 */
function membersOf(
    node: JsonNode,
    path: string,
    required: readonly string[],
    optional: readonly string[],
    report: Report,
): ReadonlyMap<string, JsonNode> | null {
    if (node.kind !== 'object') {
        report('not-an-object', path, node);
        return null;
    }
    const below = (name: string): string => (path === '' ? name : `${path}.${name}`);
    for (const name of required) if (!node.members.has(name)) report('missing', below(name), node, name);
    for (const [name, member] of node.members) {
        if (!required.includes(name) && !optional.includes(name)) report('unknown-member', below(name), member, name);
    }
    return node.members;
}
