/** Code components that show a table's grids, from CustomControlDefaultConfig. */
import type { Table } from '../metadata/types';
import type { Environment } from '../pipeline/types';
import type { XmlElement } from '../solution/xml';
import { child, descendants, parseXml, textOf } from '../solution/xml';

import type { ClientControlBinding } from './types';

/** One binding for each component, with all form factors it is bound for. The platform's own grids are left out. */
export function gridControls({ store }: Environment, table: Table): readonly ClientControlBinding[] {
    const bindings = new Map<string, ClientControlBinding>();
    const configs = store
        .prepare<{
            xml: string | null;
        }>('SELECT controldescriptionxml AS xml FROM customcontroldefaultconfig WHERE primaryentitytypecode = ?')
        .all(table.logicalName);
    for (const { xml } of configs) {
        if (xml === null) {
            continue;
        }
        const controls = [...descendants(parseXml(xml, `the grid controls of ${table.logicalName}`), 'customControl')];
        const first = componentBeforeGrid(controls);
        for (const control of controls) {
            const name = componentName(control);
            if (name !== undefined) {
                const factor = Number(control.attributes['formFactor'] ?? '0');
                const former = bindings.get(name);
                const own = former === undefined ? binding(name, factor, control) : withFactor(former, factor);
                bindings.set(name, name === first ? { ...own, opensFirst: true } : own);
            }
        }
    }
    return [...bindings.values()];
}

/** The component that lists open with; undefined when the platform's grid comes first, or is not named at all. */
function componentBeforeGrid(controls: readonly XmlElement[]): string | undefined {
    const grid = controls.findIndex((control) => componentName(control) === undefined);
    return grid > 0 ? controls.slice(0, grid).map(componentName)[0] : undefined;
}

/** Undefined for the platform's own controls, which stand there by id or under a name of Microsoft's. */
function componentName(control: XmlElement): string | undefined {
    const name = control.attributes['name'];
    return name?.startsWith('MscrmControls.') ? undefined : name;
}

function withFactor(binding: ClientControlBinding, factor: number): ClientControlBinding {
    return binding.formFactors.includes(factor)
        ? binding
        : { ...binding, formFactors: [...binding.formFactors, factor] };
}

function binding(name: string, factor: number, control: XmlElement): ClientControlBinding {
    const parameters = child(control, 'parameters');
    const dataSet = child(parameters, 'data-set')?.attributes['name'];
    const properties = (parameters?.children ?? []).filter((each) => each.name !== 'data-set');
    return {
        name,
        formFactors: [factor],
        ...(dataSet === undefined ? {} : { dataSet }),
        parameters: Object.fromEntries(
            properties.map((property) => [
                property.name,
                {
                    ...(property.attributes['type'] === undefined ? {} : { type: property.attributes['type'] }),
                    static: property.attributes['static'] === 'true',
                    value: textOf(property),
                },
            ]),
        ),
    };
}
