using System.Text;

namespace Score.Core.Templates.Execution;

/// <summary>A string in the making that cannot grow beyond the limit.</summary>
internal sealed class LimitedText
{
    private readonly StringBuilder _text = new();
    private readonly Budget _budget;

    public LimitedText(Budget budget) => _budget = budget;

    public int Length => _text.Length;

    /// <summary>Refuses what would not fit, before it is made.</summary>
    public void Reserve(long length) => _budget.CheckLength(_text.Length + length);

    public LimitedText Append(string text)
    {
        _budget.CheckLength((long)_text.Length + text.Length);
        _budget.ChargeText(text.Length);
        _text.Append(text);
        return this;
    }

    public LimitedText Append(char c)
    {
        _budget.CheckLength((long)_text.Length + 1);
        _text.Append(c);
        return this;
    }

    public LimitedText Append(char c, int count)
    {
        if (count <= 0) return this;
        _budget.CheckLength((long)_text.Length + count);
        _budget.ChargeText(count);
        _text.Append(c, count);
        return this;
    }

    public LimitedText Append(string text, int start, int count)
    {
        _budget.CheckLength((long)_text.Length + count);
        _budget.ChargeText(count);
        _text.Append(text, start, count);
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
