// StageGate(stageId, category)
// The gate at the end of a stage: of a stage of the stock process by its id, of any other by its category. Blank for a
// stage that no gate belongs to.
Switch(
    stageId,
    Constant("Stage.qualify"), Constant("Gate.qualify"),
    Constant("Stage.develop"), Constant("Gate.develop"),
    Constant("Stage.propose"), Constant("Gate.propose"),
    Switch(
        category,
        Constant("StageCategory.qualify"), Constant("Gate.qualify"),
        Constant("StageCategory.develop"), Constant("Gate.develop"),
        Constant("StageCategory.propose"), Constant("Gate.propose"),
        Constant("StageCategory.close"), Constant("Gate.close")
    )
)
