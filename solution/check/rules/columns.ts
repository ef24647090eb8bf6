import { child, descendants, type XmlElement } from '../../packager/xml';
import type { EnvironmentColumns } from '../environment-columns';
import { Finding } from '../finding';
import { elementsNamed, filesIn, tableOf, type SolutionFiles } from '../solution-files';

/** Forms and views name only columns that the environment or the solution has. */
export function columns(files: SolutionFiles, environment: EnvironmentColumns): Finding[] {
    const known = withOwnColumns(files, environment);
    const findings: Finding[] = [];
    const require = (path: string, line: number, table: string, column: string): void => {
        const columnsOfTable = known.get(table);
        if (!columnsOfTable) findings.push(new Finding(path, line, `table ${table} does not exist`));
        else if (!columnsOfTable.has(column)) {
            findings.push(new Finding(path, line, `table ${table} has no column ${column}`));
        }
    };
    const forms = filesIn(files, 'Entities').filter((file) => file.path.includes('/FormXml/'));
    for (const { file, element } of elementsNamed(forms, 'control')) {
        const column = element.attributes['datafieldname'];
        if (column) require(file.path, element.line, tableOf(file.path), column);
    }
    const views = filesIn(files, 'Entities').filter((file) => file.path.includes('/SavedQueries/'));
    for (const { path, root } of views) {
        const aliases = new Map<string, string>();
        for (const fetch of [...descendants(root)].filter((element) => element.name === 'entity')) {
            checkFetch(
                fetch,
                fetch.attributes['name'] ?? '',
                (element, table, column) => {
                    require(path, element.line, table, column);
                },
                aliases,
            );
        }
        for (const { element } of elementsNamed([{ path, xml: '', root }], 'cell')) {
            const [first = '', second] = (element.attributes['name'] ?? '').split('.');
            if (second === undefined) require(path, element.line, tableOf(path), first);
            else require(path, element.line, aliases.get(first) ?? first, second);
        }
    }
    return findings;
}

function checkFetch(
    parent: XmlElement,
    table: string,
    require: (element: XmlElement, table: string, column: string) => void,
    aliases: Map<string, string>,
): void {
    for (const element of parent.children) {
        const column =
            element.attributes['attribute'] ?? (element.name === 'attribute' ? element.attributes['name'] : undefined);
        if (element.name === 'link-entity') {
            const linked = element.attributes['name'] ?? '';
            aliases.set(element.attributes['alias'] ?? linked, linked);
            require(element, linked, element.attributes['from'] ?? '');
            require(element, table, element.attributes['to'] ?? '');
            checkFetch(element, linked, require, aliases);
        } else {
            if (column) require(element, table, column);
            checkFetch(element, table, require, aliases);
        }
    }
}

function withOwnColumns(files: SolutionFiles, environment: EnvironmentColumns): EnvironmentColumns {
    const known = new Map([...environment].map(([table, names]) => [table, new Set(names)]));
    for (const { path, root } of filesIn(files, 'Entities')) {
        if (!path.endsWith('/Entity.xml')) continue;
        const names = known.get(tableOf(path)) ?? new Set<string>();
        for (const element of descendants(root)) {
            if (element.name !== 'attribute') continue;
            names.add((child(element, 'LogicalName')?.text ?? element.attributes['PhysicalName'] ?? '').toLowerCase());
        }
        known.set(tableOf(path), names);
    }
    return known;
}
