// StageNames(firstGate, lastGate)
// The names of the stages of the process that end at some gates, in their order.
Concat(
    Sort(
        Filter(
            ForAll(
                Filter(processstages, processid.workflowid = OldRecord.processid.workflowid),
                {name: stagename, gate: StageGate(Text(processstageid), Value(stagecategory))}
            ),
            gate >= firstGate && gate <= lastGate
        ),
        gate
    ),
    name,
    ", "
)
