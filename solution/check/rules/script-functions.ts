import { createContext, Script, type Context } from 'node:vm';
import { textOf } from '../../packager/tree';
import { child } from '../../packager/xml';
import { Finding } from '../finding';
import { elementsNamed, filesIn, type SolutionFiles } from '../solution-files';

/**
 * Every function that a form handler or a ribbon command names is defined by its library: the built script is
 * loaded and the name resolved, as the platform does.
 */
export function scriptFunctions(files: SolutionFiles): Finding[] {
    const bodies = scriptBodies(files);
    const loaded = new Map<string, Context | LoadFailure>();
    const findings: Finding[] = [];
    for (const { file, line, name, library } of references(files)) {
        const path = bodies.get(library);
        // A library that is not there is the finding of the rule on web resources.
        if (path === undefined || !files.tree.has(path)) continue;
        const context = loaded.get(library) ?? load(textOf(files.tree, path), path);
        loaded.set(library, context);
        if (context instanceof LoadFailure) {
            findings.push(new Finding(file, line, `library ${library} fails when loaded: ${context.message}`));
        } else if (typeof resolve(context, name) !== 'function') {
            findings.push(new Finding(file, line, `library ${library} does not define the function ${name}`));
        }
    }
    return findings;
}

function* references(files: SolutionFiles): Generator<{ file: string; line: number; name: string; library: string }> {
    for (const { file, element } of elementsNamed(filesIn(files, 'Entities'), 'Handler')) {
        const { functionName = '', libraryName = '' } = element.attributes;
        yield { file: file.path, line: element.line, name: functionName, library: libraryName };
    }
    for (const { file, element } of elementsNamed(files.xmlFiles, 'JavaScriptFunction', 'CustomRule')) {
        const { FunctionName = '', Library = '' } = element.attributes;
        const library = Library.replace('$webresource:', '');
        yield { file: file.path, line: element.line, name: FunctionName, library };
    }
}

class LoadFailure {
    constructor(readonly message: string) {}
}

/** Paths of the bodies of the solution's scripts (web resource type 3), by name. */
function scriptBodies(files: SolutionFiles): ReadonlyMap<string, string> {
    return new Map(
        filesIn(files, 'WebResources')
            .filter(({ root }) => child(root, 'WebResourceType')?.text === '3')
            .map(({ path, root }) => [child(root, 'Name')?.text ?? '', path.slice(0, -'.data.xml'.length)]),
    );
}

function load(code: string, path: string): Context | LoadFailure {
    const context = createContext({});
    new Script('globalThis.window = globalThis; globalThis.self = globalThis;').runInContext(context);
    try {
        new Script(code, { filename: path }).runInContext(context, { timeout: 5000 });
        return context;
    } catch (error) {
        // Errors of the script come from another realm: they are no instances of this one's Error.
        return new LoadFailure(String(error));
    }
}

function resolve(context: Context, name: string): unknown {
    return name
        .split('.')
        .reduce<unknown>(
            (value, part) =>
                typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined,
            context,
        );
}
