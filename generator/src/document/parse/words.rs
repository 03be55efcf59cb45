//! What parsers say of a text, in our words.

/// The first entry of `table` whose key `words` contains.
pub(super) fn find(table: &[Words], words: &str) -> Option<(&'static str, &'static str)> {
    table
        .iter()
        .find(|(key, ..)| words.contains(key))
        .map(|&(_, message, help)| (message, help))
}

/// What the YAML parser says of a character that it does not take.
pub(super) const CONTROL: &str = "ontrol characters are not allowed";

/// What a parser says, what we say, and what to do.
pub(super) type Words = (&'static str, &'static str, &'static str);

/// Of the JSON parser.
pub(super) const JSON: &[Words] = &[
    (
        "EOF while parsing",
        "the text ends in the middle of a value",
        "see whether the file was cut off, or a closing brace or quote is missing",
    ),
    (
        "expected `:`",
        "a colon is missing between a key and its value",
        "write `\"key\": value`",
    ),
    (
        "expected `,` or",
        "a comma or a closing bracket is missing before this",
        "look at the end of the value before it",
    ),
    (
        "trailing comma",
        "a comma stands before a closing bracket",
        "remove the comma",
    ),
    (
        "trailing characters",
        "something follows the end of the description",
        "remove it; a file holds one description",
    ),
    (
        "key must be a string",
        "a key must stand in double quotes",
        "write `\"key\": value`",
    ),
    (
        "control character",
        "a line break or another control character stands inside a string",
        "write it as an escape, such as `\\n`, or close the string before it",
    ),
    (
        "surrogate",
        "an escape names one half of a character",
        "write the character itself, or both halves: `\\ud83d\\ude00`",
    ),
    (
        "escape",
        "a backslash stands before something that is no escape",
        "write a backslash itself as `\\\\`",
    ),
    (
        "number",
        "this is not a number that JSON can have",
        "quote it if it is meant as text",
    ),
    (
        "expected",
        "this is not the beginning of a value",
        "quote it if it is meant as text",
    ),
];

/// Of the YAML parser.
pub(super) const YAML: &[Words] = &[
    (
        "more than one document",
        "the file holds more than one document",
        "keep what stands before the second `---` and move the rest to a file of its own",
    ),
    (
        "mapping values are not allowed",
        "a colon cannot stand here",
        "quote the text that it belongs to, or look at the indentation of this line",
    ),
    (
        "did not find expected key",
        "this line does not fit the indentation of those before it",
        "indent it as its neighbours are; quote text that begins with a quote or a bracket",
    ),
    (
        "did not find expected '-' indicator",
        "this line does not fit the list before it",
        "indent it as the list's other elements are, and begin it with `- `",
    ),
    (
        "did not find expected ',' or",
        "a comma or a closing bracket is missing before this",
        "look at the end of the value before it",
    ),
    (
        "could not find expected ':'",
        "a key without a colon stands before this",
        "look at the line before: a key needs a colon and a space, a long text an indentation",
    ),
    (
        "cannot start any token",
        "a text cannot begin with this character, nor a line with a tab",
        "quote the text, and indent with spaces",
    ),
    (
        "unexpected end of stream",
        "a quote is not closed before the end of the file",
        "close it; a quote inside quotes is written twice",
    ),
    (
        "unknown escape",
        "a backslash stands before something that is no escape",
        "use single quotes, in which a backslash is only a backslash",
    ),
    (
        "unknown anchor",
        "an alias names an anchor that does not stand before it",
        "look at the spelling, or quote the text if the asterisk belongs to it",
    ),
    (
        CONTROL,
        "a control character stands in the text",
        "remove it, or write it as an escape in double quotes",
    ),
    (
        "found duplicate anchor",
        "an anchor stands here twice",
        "give it another name",
    ),
];
