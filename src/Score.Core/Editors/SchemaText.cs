using System;
using System.Text;

namespace Score.Core.Editors;

/// <summary>The text of a JSON schema, into which pieces are put at places that are found by the text before them.</summary>
/// <param name="text">The schema.</param>
internal sealed class SchemaText(string text)
{
    private readonly StringBuilder _text = new(text);
    private string _current = text;

    /// <summary>Finds a place, from the top.</summary>
    /// <param name="key">The text, which the schema has.</param>
    public Place Find(string key) => new Place(this, 0, 0).Find(key);

    /// <inheritdoc/>
    public override string ToString() => _current;

    private void Change(int start, int length, string piece)
    {
        _text.Remove(start, length).Insert(start, piece);
        _current = _text.ToString();
    }

    /// <summary>A stretch of the text.</summary>
    /// <param name="owner">The text.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="end">Where it ends.</param>
    internal sealed class Place(SchemaText owner, int start, int end)
    {
        /// <summary>The next place of a text after this one.</summary>
        public Place Find(string key)
        {
            int at = owner._current.IndexOf(key, end, StringComparison.Ordinal);

            // The schema is our own, and a test writes all pieces into it.
            if (at < 0) throw new InvalidOperationException(key);
            return new Place(owner, at, at + key.Length);
        }

        /// <summary>Puts a piece behind this place.</summary>
        /// <returns>The piece's own place.</returns>
        public Place InsertAfter(string piece)
        {
            owner.Change(end, 0, piece);
            return new Place(owner, end, end + piece.Length);
        }

        /// <summary>Puts a piece before this place.</summary>
        public void InsertBefore(string piece) => owner.Change(start, 0, piece);

        /// <summary>Replaces what follows this place.</summary>
        /// <param name="last">The text with which it ends.</param>
        /// <param name="piece">What takes its place.</param>
        public Place Replace(string last, string piece)
        {
            owner.Change(end, Find(last).End - end, piece);
            return this;
        }

        private int End => end;
    }
}
