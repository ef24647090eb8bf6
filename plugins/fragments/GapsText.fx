// GapsText(gaps)
// What keeps a lead from being qualified, in words.
Message("qualify.dialog.blocked") & Char(10) &
    Concat(gaps, Message("list.item", Message("criterion.open", hint, ColumnLabel(columnName))), Char(10))
