import type { PipelineCall, PipelineStage, PipelineStep, PipelineStepSource } from './types';

/** The steps that run inside messages: registered ones in the order they were, then those of the sources. */
export class PipelineSteps {
    private readonly steps = new Map<string, PipelineStep[]>();
    private readonly sources: PipelineStepSource[] = [];

    /** Adds steps that are looked up each time a message runs. */
    addSource(source: PipelineStepSource): void {
        this.sources.push(source);
    }

    /** @returns what removes the step again */
    register(step: PipelineStep): () => void {
        const key = keyOf(step.message, step.stage);
        const steps = this.steps.get(key) ?? [];
        this.steps.set(key, [...steps, step]);
        return () => {
            this.steps.set(
                key,
                (this.steps.get(key) ?? []).filter((each) => each !== step),
            );
        };
    }

    /** Whether a message has steps at all: callers need not prepare a call when it has none. */
    has(message: string, table: string): boolean {
        return (
            STAGES.some((stage) => (this.steps.get(keyOf(message, stage)) ?? []).some((step) => isFor(step, table))) ||
            this.sources.some((source) => source(message, table).length > 0)
        );
    }

    /** Runs the steps of one stage. The call's context is one deeper than the message's own. */
    run(stage: PipelineStage, call: PipelineCall): void {
        for (const step of this.of(call, stage)) {
            if (isFor(step, call.table) && isTriggered(step, call)) {
                step.run(call);
            }
        }
    }

    private of({ message, table }: PipelineCall, stage: PipelineStage): readonly PipelineStep[] {
        const registered = this.steps.get(keyOf(message, stage)) ?? [];
        const found = this.sources.flatMap((source) => source(message, table).filter((step) => step.stage === stage));
        return found.length === 0 ? registered : [...registered, ...found];
    }
}

const STAGES: readonly PipelineStage[] = ['validation', 'preOperation', 'postOperation'];

const keyOf = (message: string, stage: PipelineStage): string => `${message} ${stage}`;

const isFor = (step: PipelineStep, table: string): boolean => step.table === undefined || step.table === table;

const isTriggered = (step: PipelineStep, call: PipelineCall): boolean =>
    step.filteringColumns === undefined || step.filteringColumns.some((column) => column in call.target);
