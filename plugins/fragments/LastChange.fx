// LastChange()
// When the lead came to the status reason that it leaves: its last change, else its creation.
Coalesce(
    First(
        Sort(
            Filter(llc_statushistories, llc_leadid.leadid = OldRecord.leadid),
            llc_changedon,
            SortOrder.Descending
        )
    ).llc_changedon,
    OldRecord.createdon
)
