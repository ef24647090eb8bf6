/**
 * `fxexpressions/<unique name>/…`: Power Fx formulas, in files beside customizations.xml. `fxexpression.json` says what
 * the formula is for, `expression.yaml` holds the formula itself.
 */
import type { SolutionContent } from '../content';
import { ComponentType } from '../content';
import { nameBasedId } from '../name-based-id';
import type { SolutionFiles } from '../read-zip';
import { memberViolation } from '../xml';

const FOLDER = 'fxexpressions/';
const DEFINITION_FILE = 'fxexpression.json';
const EXPRESSION_FILE = 'expression.yaml';
const DEPENDENCIES_FILE = 'dependencies.json';
const KNOWN_FILES = [DEFINITION_FILE, EXPRESSION_FILE, DEPENDENCIES_FILE];

/** Id of the row of an expression. */
export const fxExpressionId = (uniqueName: string): string => nameBasedId('fxexpression', uniqueName);

/** Reads every expression of the zip. */
export function readFxExpressions(files: SolutionFiles, content: SolutionContent): void {
    for (const path of files.names) {
        if (!path.startsWith(FOLDER)) {
            continue;
        }
        if (path.endsWith(`/${DEFINITION_FILE}`)) {
            readDefinition(path, files, content);
        } else if (!KNOWN_FILES.some((name) => path.endsWith(`/${name}`))) {
            content.rawFiles.push({ path, content: files.read(path) ?? new Uint8Array() });
        } else if (!files.names.includes(`${path.slice(0, path.lastIndexOf('/'))}/${DEFINITION_FILE}`)) {
            throw memberViolation(path, `there is no '${DEFINITION_FILE}' beside it`);
        }
    }
}

function readDefinition(path: string, files: SolutionFiles, content: SolutionContent): void {
    const folder = path.slice(0, -DEFINITION_FILE.length);
    const definition = readJson(textOf(files, path) ?? '', path);
    const uniqueName = textMember(definition, '@uniquename');
    if (uniqueName === undefined) {
        throw memberViolation(path, "'fxexpression' has no '@uniquename'");
    }
    const expression = textOf(files, `${folder}${EXPRESSION_FILE}`);
    if (expression === undefined) {
        throw memberViolation(path, `there is no '${EXPRESSION_FILE}' beside it`);
    }
    const id = fxExpressionId(uniqueName);
    content.components.push({
        type: ComponentType.FxExpression,
        key: uniqueName,
        displayName: textMember(definition, 'name') ?? uniqueName,
        id,
        needsRoot: false,
        place: path,
    });
    content.addRow('fxexpression', id, {
        fxexpressionid: id,
        uniquename: uniqueName,
        name: textMember(definition, 'name') ?? uniqueName,
        category: Number(textMember(definition, 'category') ?? 0),
        expression: expression.trim().replace(/^=/, ''),
        context: textMember(definition, 'context') ?? null,
        parameters: textMember(definition, 'parameters') ?? null,
        dependencies: textOf(files, `${folder}${DEPENDENCIES_FILE}`) ?? null,
        entitylogicalname: textMember(definition, 'entitylogicalname') ?? null,
        messagename: textMember(definition, 'messagename') ?? null,
        statecode: Number(textMember(definition, 'statecode') ?? 0),
        statuscode: Number(textMember(definition, 'statuscode') ?? 1),
    });
}

function textOf(files: SolutionFiles, path: string): string | undefined {
    const body = files.read(path);
    return body === undefined ? undefined : new TextDecoder().decode(body).replace(/^\uFEFF/, '');
}

function readJson(text: string, path: string): Readonly<Record<string, unknown>> {
    let parsed: unknown;
    try {
        parsed = JSON.parse(text);
    } catch {
        throw memberViolation(path, 'it is not JSON');
    }
    const definition = (parsed as { readonly fxexpression?: unknown } | null)?.fxexpression;
    if (typeof definition !== 'object' || definition === null) {
        throw memberViolation(path, "it has no 'fxexpression'");
    }
    return definition as Readonly<Record<string, unknown>>;
}

function textMember(definition: Readonly<Record<string, unknown>>, name: string): string | undefined {
    const value = definition[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
}
