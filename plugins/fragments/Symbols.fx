// Symbols(characters)
// What is left of a text without its digits.
Concat(Filter(Split(characters, ""), Not(Value in "0123456789")), Value)
