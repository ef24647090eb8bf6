import { readInstalledSolution, type EnvironmentState, type InstalledSolution } from './environment-state';
import { followImport, importJobId, isLastImported } from './import-job';
import type { SolutionFile } from './solution-file';
import { nothingToDo, type DeployContext, type Step } from './step';
import { compareVersions } from './version';

/** What an import of a file would be for an environment. */
type ImportKind = 'install' | 'upgrade' | 'same version' | 'downgrade';

/**
 * Imports the solution as `pac solution import --async` does, unless this very file was the last one to be imported.
 * A newer version of a managed solution upgrades it, so that what it no longer has goes. Customizations that people
 * made on top of a managed solution stay.
 */
export const importStep: Step = {
    name: 'solution',
    plan: async (context) => {
        const { client, before, solution, force } = context;
        const kind = importKind(before, solution, force);
        const { uniqueName, version } = solution;
        const edition = `${version} (${solution.isManaged ? 'managed' : 'unmanaged'})`;
        const what = `${uniqueName} ${edition}`;
        const from = before.installed?.version ?? '';
        if (kind === 'same version' && !force && (await isLastImported(client, solution))) {
            return nothingToDo(`${what} is installed, from this very file`);
        }
        const changes = {
            install: `install ${what}`,
            upgrade: `upgrade ${uniqueName} from ${from} to ${edition}`,
            'same version': `import ${what} again: its content is another one, or not known to be the same`,
            downgrade: `go back from ${uniqueName} ${from} to ${edition}`,
        };
        return { changes: [changes[kind]], notes: [], apply: () => importSolution(context, kind) };
    },
};

/**
 * @param force takes an older version
 * @throws Error with the way out when the environment could not take the file, or should not
 */
function importKind(
    { installed }: Pick<EnvironmentState, 'installed'>,
    solution: Pick<SolutionFile, 'uniqueName' | 'version' | 'isManaged' | 'name'>,
    force: boolean,
): ImportKind {
    if (!installed) return 'install';
    checkSameKind(installed, solution);
    const difference = compareVersions(solution.version, installed.version);
    if (difference > 0) return 'upgrade';
    if (difference === 0) return 'same version';
    if (force) return 'downgrade';
    throw new Error(
        `${solution.name} is older than what is installed: ${solution.uniqueName} ${solution.version} here, ` +
            `${installed.version} there. Deploy a file of ${installed.version} or newer, or add --force to go back.`,
    );
}

function checkSameKind(
    installed: InstalledSolution,
    { name, uniqueName, isManaged }: Pick<SolutionFile, 'uniqueName' | 'isManaged' | 'name'>,
): void {
    if (installed.isManaged === isManaged) return;
    const kind = (managed: boolean): string => (managed ? 'managed' : 'unmanaged');
    throw new Error(
        `${name} is ${kind(isManaged)}, but ${uniqueName} is installed there as ${kind(installed.isManaged)}; an ` +
            `environment takes one or the other. Deploy with --${kind(installed.isManaged)}, or uninstall first.`,
    );
}

async function importSolution(context: DeployContext, kind: ImportKind): Promise<void> {
    const { client, output, solution } = context;
    const jobId = importJobId(solution.fingerprint);
    output.progress(`importing ${solution.name}`, 0);
    const action = solution.isManaged && kind === 'upgrade' ? 'StageAndUpgradeAsync' : 'ImportSolutionAsync';
    const answer = await client.post(action, {
        OverwriteUnmanagedCustomizations: false,
        PublishWorkflows: true,
        CustomizationFile: Buffer.from(solution.bytes).toString('base64'),
        ImportJobId: jobId,
    });
    await followImport(context, String(answer['AsyncOperationId']), jobId);
    const installed = await readInstalledSolution(client, solution.uniqueName);
    if (installed?.version !== solution.version) {
        throw new Error(
            `The import of ${solution.name} ended well, but ${client.environmentUrl} has ${solution.uniqueName} ` +
                `${installed?.version ?? 'not at all'}. Look at importjobs(${jobId}) before deploying again.`,
        );
    }
}
