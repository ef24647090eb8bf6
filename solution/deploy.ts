import { join } from 'node:path';
import { packageVersion } from './build';
import { deploy } from './deploy/deploy';
import { readInstalledSolution } from './deploy/environment-state';
import { generatePlugIns } from './deploy/generate-plug-ins';
import { readOptions, USAGE, type DeployOptions } from './deploy/options';
import { streamOutput, type Output } from './deploy/output';
import { leftOut, readPackageFiles } from './deploy/package-files';
import { DEFAULT_RETRY_POLICY } from './deploy/retry';
import { accessTokens } from './deploy/sign-in';
import { uninstall } from './deploy/uninstall';
import { WebApiClient } from './deploy/web-api-client';

const ROOT = join(__dirname, '..');
const SOLUTION = 'LeadLifecycle';

/** Deploys the built solution, with what belongs to it, to an environment; or takes it away. */
async function main(): Promise<void> {
    const options = readOptions(process.argv.slice(2), process.env);
    const output = streamOutput(process.stdout);
    if (!options) {
        output.line(USAGE);
        return;
    }
    const client = new WebApiClient(options.url, {
        retry: { ...DEFAULT_RETRY_POLICY, report: (line) => output.note(line) },
        ...(options.isLoopback ? {} : { accessToken: await accessTokens(options.url, options.signIn, output) }),
    });
    const isManaged = options.managed ?? (await readInstalledSolution(client, SOLUTION))?.isManaged ?? true;
    const files = readPackageFiles({
        root: ROOT,
        version: packageVersion(ROOT),
        isManaged,
        solution: options.solution,
        plugIns: options.plugIns,
        data: options.data,
    });
    const { solution, plugIns, defaults, isBuilt } = files;
    const { isDryRun } = options;
    const omission = options.uninstalls ? undefined : leftOut(files);
    if (omission !== undefined) output.note(omission);
    const changes = options.uninstalls
        ? await uninstall({ client, output, solution, isDryRun })
        : await deploy({
              client,
              output,
              solution,
              isDryRun,
              plugIns: options.registersPlugIns ? plugIns : undefined,
              generatePlugIns: isBuilt && options.plugIns === undefined ? generatePlugIns : undefined,
              defaults: options.loadsDefaults ? defaults : undefined,
              publishesDuplicateRules: options.publishesDuplicateRules,
              force: options.force,
          });
    output.line(summary(options, changes));
}

function summary({ url, isDryRun, uninstalls }: DeployOptions, changes: number): string {
    const count = changes === 1 ? '1 change' : `${changes} changes`;
    if (changes === 0) return uninstalls ? 'nothing to remove' : `nothing to change: ${url} is as it should be`;
    return isDryRun ? `dry run: ${count}; nothing was written` : `done: ${count}`;
}

function fail(error: unknown, output: Output): void {
    output.line(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
}

main().catch((error: unknown) => fail(error, streamOutput(process.stderr)));
