import type { CallNode, SyntaxNode } from '../../local/powerfx/syntax/nodes';
import { tokenize } from '../../local/powerfx/syntax/lexer';
import { parseFormula } from '../../local/powerfx/syntax/parser';
import { childNodes } from './child-nodes';
import type { Fragment } from './fragment';
import { MappedText, type Piece } from './mapped-text';
import { FormulaProblem, placeOf, type SourceText } from './source-text';

export type Fragments = ReadonlyMap<string, Fragment>;

/**
 * Writes the fragments that a formula calls, and those that they call, in the place of the calls. Comments go, and of
 * white space only what separates.
 * @throws FormulaProblem for a formula that cannot be read, a wrong number of arguments, a fragment that calls itself
 */
export function expand(formula: SourceText, fragments: Fragments): MappedText {
    return new MappedText(withoutSpaceAround(expandSource(formula, { fragments, path: [], literals: new Map() })));
}

/** Where an expansion stands. */
interface Scope {
    readonly fragments: Fragments;
    /** Names of the fragments that are being written, the outermost first. */
    readonly path: readonly string[];
    /** What the innermost of them was called with, by the names of its literals. */
    readonly literals: ReadonlyMap<string, string>;
}

function expandSource(source: SourceText, scope: Scope): readonly Piece[] {
    const { root, faults } = parseFormula(source.text);
    const [fault] = faults;
    if (fault) throw new FormulaProblem(placeOf(source, fault.span.start), fault.message);
    return expandNode(root, { start: 0, end: source.text.length }, source, scope);
}

/** The text from `range.start` to `range.end`, which holds the node, with the calls in it replaced. */
function expandNode(
    node: SyntaxNode,
    range: { readonly start: number; readonly end: number },
    source: SourceText,
    scope: Scope,
): readonly Piece[] {
    const pieces: Piece[] = [];
    let written = range.start;
    for (const call of outermostCalls(node, scope.fragments)) {
        pieces.push(...tokensBetween(source, written, call.extent.start));
        pieces.push(...expandCall(call, source, scope));
        written = call.extent.end;
    }
    pieces.push(...tokensBetween(source, written, range.end));
    return pieces;
}

function expandCall(call: CallNode, source: SourceText, scope: Scope): readonly Piece[] {
    const { fragments, path } = scope;
    const { name } = call.name;
    const fragment = fragments.get(name);
    if (!fragment) return [];
    const problem = (reason: string): FormulaProblem => new FormulaProblem(placeOf(source, call.extent.start), reason);
    if (path.includes(name)) throw problem(`${[...path, name].join(' calls ')}: a fragment cannot call itself`);
    const count = fragment.literals.length;
    const literals = call.arguments.slice(0, count).map((argument) => {
        if (argument.kind === 'text') return scope.literals.get(argument.text) ?? argument.text;
        throw problem(`The first ${count} argument(s) of ${name} must be text in quotation marks`);
    });
    const rest = call.arguments.slice(count);
    const made = (text: string): Piece => ({ text, source, position: call.extent.start, isMade: true });
    try {
        const parameters = fragment.parameters(literals);
        if (rest.length !== parameters.length) {
            const wanted = [...literals.map((it) => `"${it}"`), ...parameters].join(', ');
            throw problem(`${name}(${wanted}) is called with ${call.arguments.length} argument(s)`);
        }
        const inner: Scope = {
            fragments,
            path: [...path, name],
            literals: new Map(fragment.literals.map((literal, index) => [literal, literals[index] ?? ''])),
        };
        const body = withoutSpaceAround(expandSource(fragment.body(literals), inner));
        const isOneToken = body.length === 1;
        if (parameters.length === 0) return isOneToken ? body : [made('('), ...body, made(')')];
        const values = rest.flatMap((argument, index) => [
            made(`${index === 0 ? '' : ', '}${parameters[index] ?? ''}: `),
            ...expandNode(argument, argument.extent, source, scope),
        ]);
        return [made('With({'), ...values, made('},\n'), ...body, made(')')];
    } catch (error) {
        if (error instanceof FormulaProblem || !(error instanceof Error)) throw error;
        throw problem(error.message);
    }
}

/** Calls of fragments that stand in no other call of a fragment, in the order they are written. */
function outermostCalls(node: SyntaxNode, fragments: Fragments): readonly CallNode[] {
    if (node.kind === 'call' && node.namespace.length === 0 && fragments.has(node.name.name)) return [node];
    return childNodes(node).flatMap((child) => outermostCalls(child, fragments));
}

/** What is written between two offsets, without comments, with a space or a line end where white space was. */
function tokensBetween(source: SourceText, start: number, end: number): readonly Piece[] {
    const pieces: Piece[] = [];
    let from = start;
    for (const { kind, span } of tokensOf(source.text)) {
        if (span.end <= start || span.start >= end || kind === 'Comment' || kind === 'Eof') continue;
        pieces.push(...gap(source, from, span.start), {
            text: source.text.slice(span.start, span.end),
            source,
            position: span.start,
        });
        from = span.end;
    }
    pieces.push(...gap(source, from, end));
    return pieces;
}

function withoutSpaceAround(pieces: readonly Piece[]): readonly Piece[] {
    const isText = ({ text }: Piece): boolean => text.trim() !== '';
    return pieces.slice(pieces.findIndex(isText), pieces.findLastIndex(isText) + 1);
}

function gap(source: SourceText, start: number, end: number): readonly Piece[] {
    const space = source.text.slice(start, end);
    if (space === '') return [];
    return [{ text: space.includes('\n') ? '\n' : ' ', source, position: start, isMade: true }];
}

const tokens = new Map<string, ReturnType<typeof tokenize>>();

function tokensOf(text: string): ReturnType<typeof tokenize> {
    const known = tokens.get(text) ?? tokenize(text);
    tokens.set(text, known);
    return known;
}
