/** The result that an import leaves in `importjob.data`, in the platform's XML. */
import { DataverseError } from '../errors';

import type { SolutionManifest } from './components/manifest';
import type { SolutionContent } from './content';
import { escapeAttribute, escapeText } from './xml';

export interface ImportOutcome {
    readonly manifest: SolutionManifest | undefined;
    readonly content: SolutionContent | undefined;
    readonly error: unknown;
    /** Whole seconds, `…Z`. */
    readonly startedOn: string;
    readonly completedOn: string;
    /** 0 to 100: how far it came. */
    readonly progress: number;
}

/** Writes the result: the manifest, every component, every warning, and the error that stopped it. */
export function importResultXml(outcome: ImportOutcome): string {
    const { manifest, content, error, progress } = outcome;
    const succeeded = error === undefined;
    const components = content?.components.map(
        (component) =>
            `<component type="${component.type}" id="${component.id}" name="${escapeAttribute(component.key)}" ` +
            `displayName="${escapeAttribute(component.displayName)}">${result(succeeded ? 'success' : 'unprocessed')}</component>`,
    );
    const warnings = content?.warnings.map((warning) => `<warning>${result('warning', '0x0', warning)}</warning>`);
    const code = error instanceof DataverseError ? error.hexCode : '0x80040216';
    const text = error instanceof Error ? error.message : String(error);
    return [
        `<importexportxml start="${outcome.startedOn}" stop="${outcome.completedOn}" progress="${progress}" ` +
            `processed="true" succeeded="${succeeded}">`,
        '<solutionManifests>',
        `<solutionManifest id="${escapeAttribute(manifest?.uniqueName ?? '')}" processed="true">`,
        succeeded ? result('success') : result('failure', code, text),
        manifest === undefined
            ? ''
            : `<UniqueName>${escapeText(manifest.uniqueName)}</UniqueName><Version>${manifest.version}</Version>` +
              `<Managed>${manifest.managed ? 1 : 0}</Managed>`,
        '</solutionManifest></solutionManifests>',
        `<components>${components?.join('') ?? ''}</components>`,
        `<warnings>${warnings?.join('') ?? ''}</warnings>`,
        '</importexportxml>',
    ].join('');
}

function result(outcome: 'success' | 'failure' | 'warning' | 'unprocessed', code = '0', text = ''): string {
    return `<result result="${outcome}" errorcode="${code}" errortext="${escapeAttribute(text)}" />`;
}
