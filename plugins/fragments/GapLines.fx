// GapLines("table", gaps)
// What is still to do, a line for each open criterion.
Concat(gaps, Message("list.item", Message("criterion.open", hint, ColumnLabel("table", columnName))), Char(10))
