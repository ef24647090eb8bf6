// IsFrench()
// Whether the user reads French, of whichever country; everyone else reads English.
StartsWith(Lower(Language()), "fr")
