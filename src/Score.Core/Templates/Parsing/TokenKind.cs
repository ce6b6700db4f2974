namespace Score.Core.Templates.Parsing;

/// <summary>The kinds of tokens.</summary>
internal enum TokenKind
{
    /// <summary>Text outside of actions.</summary>
    Text,

    /// <summary><c>{{</c>, with its trim marker.</summary>
    LeftDelimiter,

    /// <summary><c>}}</c>, with its trim marker.</summary>
    RightDelimiter,

    /// <summary>White space inside an action; it separates arguments.</summary>
    Space,

    /// <summary><c>=</c></summary>
    Assign,

    /// <summary><c>:=</c></summary>
    Declare,

    /// <summary><c>|</c></summary>
    Pipe,

    /// <summary><c>,</c></summary>
    Comma,

    LeftParenthesis,
    RightParenthesis,

    /// <summary><c>$</c> or <c>$name</c>.</summary>
    Variable,

    /// <summary><c>.name</c></summary>
    Field,

    /// <summary><c>.</c> alone.</summary>
    Dot,

    Identifier,
    Boolean,
    Number,

    /// <summary>A character in single quotes.</summary>
    Character,

    /// <summary>A string in double quotes, with escapes.</summary>
    String,

    /// <summary>A string in back quotes.</summary>
    RawString,

    Nil,
    Block,
    Break,
    Continue,
    Define,
    Else,
    End,
    If,
    Range,
    Template,
    With,

    /// <summary>Another printable ASCII character, which no rule of the grammar accepts.</summary>
    Other,

    /// <summary>The end of the text.</summary>
    EndOfText,
}
