/** `environmentvariabledefinitions/<schema name>/…`: environment variables, in files beside customizations.xml. */
import type { SolutionContent } from '../content';
import { ComponentType } from '../content';
import { nameBasedId } from '../name-based-id';
import type { SolutionFiles } from '../read-zip';
import type { XmlElement } from '../xml';
import { child, childFlag, childInteger, childText, parseXml, requiredAttribute, schemaViolation } from '../xml';

import { readLabel } from './labels';

const FOLDER = 'environmentvariabledefinitions/';
const DEFINITION_FILE = 'environmentvariabledefinition.xml';
const VALUE_FILE = 'environmentvariablevalues.json';
/** String. */
const DEFAULT_TYPE = 100_000_000;

/** Reads every environment variable of the zip. */
export function readEnvironmentVariables(files: SolutionFiles, content: SolutionContent): void {
    for (const name of files.names) {
        if (!name.startsWith(FOLDER)) {
            continue;
        }
        const body = files.read(name) ?? new Uint8Array();
        if (name.endsWith(`/${DEFINITION_FILE}`)) {
            readDefinition(parseXml(body, name), name, files, content);
        } else if (!name.endsWith(`/${VALUE_FILE}`)) {
            content.rawFiles.push({ path: name, content: body });
        }
    }
}

function readDefinition(root: XmlElement, path: string, files: SolutionFiles, content: SolutionContent): void {
    const schemaName = requiredAttribute(root, 'schemaname');
    const id = nameBasedId('environmentvariabledefinition', schemaName);
    const displayName = child(root, 'displayname');
    const description = child(root, 'description');
    content.addComponent(ComponentType.EnvironmentVariableDefinition, schemaName, root, { id });
    content.addRow(
        'environmentvariabledefinition',
        id,
        {
            environmentvariabledefinitionid: id,
            schemaname: schemaName,
            displayname: displayName?.attributes['default'] ?? schemaName,
            description: description?.attributes['default'] ?? null,
            defaultvalue: childText(root, 'defaultvalue') ?? null,
            type: childInteger(root, 'type') ?? DEFAULT_TYPE,
            isrequired: childFlag(root, 'isrequired') ?? false,
            secretstore: childInteger(root, 'secretstore') ?? 0,
            statecode: 0,
            statuscode: 1,
        },
        { displayname: readLabel(displayName), description: readLabel(description) },
    );
    const valuePath = path.slice(0, -DEFINITION_FILE.length) + VALUE_FILE;
    const value = files.read(valuePath);
    if (value !== undefined) {
        const valueId = nameBasedId('environmentvariablevalue', schemaName);
        content.addComponent(ComponentType.EnvironmentVariableValue, schemaName, root, { id: valueId });
        content.addRow('environmentvariablevalue', valueId, {
            environmentvariablevalueid: valueId,
            environmentvariabledefinitionid: { table: 'environmentvariabledefinition', id },
            schemaname: schemaName,
            value: readValue(value, valuePath, root),
            statecode: 0,
            statuscode: 1,
        });
    }
}

function readValue(body: Uint8Array, path: string, root: XmlElement): string | null {
    let parsed: unknown;
    try {
        parsed = JSON.parse(new TextDecoder().decode(body).replace(/^\uFEFF/, ''));
    } catch {
        throw schemaViolation(root, `the file '${path}' is not JSON`);
    }
    const value = member(member(member(parsed, 'environmentvariablevalues'), 'environmentvariablevalue'), 'value');
    return typeof value === 'string' ? value : null;
}

function member(value: unknown, name: string): unknown {
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
