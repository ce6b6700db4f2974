using System;
using System.Collections.Generic;

namespace Score.Core.Templates.Parsing;

/// <summary>The variables that are known at a point of the text.</summary>
internal sealed class VariableScope
{
    private readonly List<Variable> _variables = [new Variable("$", 0)];

    // Names without a living variable take a place in the list, but none in the frame.
    private int _used = 1;

    /// <summary>How many variables live at one time.</summary>
    public int FrameSize { get; private set; } = 1;

    public int Mark() => _variables.Count;

    /// <summary>Forgets the variables that were declared since a mark.</summary>
    public void Release(int mark)
    {
        for (int i = _variables.Count - 1; i >= mark; i--)
        {
            if (_variables[i].Slot >= 0) _used--;
        }

        _variables.RemoveRange(mark, _variables.Count - mark);
    }

    public int Declare(string name)
    {
        int slot = _used++;
        FrameSize = Math.Max(FrameSize, _used);
        _variables.Add(new Variable(name, slot));
        return slot;
    }

    /// <summary>
    /// Makes a name known that is about to be declared or assigned to. Reading it where no such variable lives is an error of
    /// the execution, and only if it is executed.
    /// </summary>
    public void Expect(string name)
    {
        if (!TryFind(name, out _)) _variables.Add(new Variable(name, -1));
    }

    /// <summary>Ends the life of the variables that were declared since a mark, whose names stay known until it is released.</summary>
    public void Kill(int mark)
    {
        for (int i = mark; i < _variables.Count; i++)
        {
            if (_variables[i].Slot >= 0) _used--;
            _variables[i] = new Variable(_variables[i].Name, -1);
        }
    }

    /// <summary>The place of a known variable; negative when it does not live.</summary>
    public int Find(string name) => TryFind(name, out int slot) ? slot : -1;

    public bool TryFind(string name, out int slot)
    {
        for (int i = _variables.Count - 1; i >= 0; i--)
        {
            if (string.Equals(_variables[i].Name, name, StringComparison.Ordinal))
            {
                slot = _variables[i].Slot;
                return true;
            }
        }

        slot = -1;
        return false;
    }

    /// <summary>The names, for suggestions.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            foreach (Variable variable in _variables) yield return variable.Name;
        }
    }

    private sealed class Variable(string name, int slot)
    {
        public string Name => name;

        public int Slot => slot;
    }
}
