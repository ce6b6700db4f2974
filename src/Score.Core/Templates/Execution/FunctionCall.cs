using System;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Execution;

/// <summary>The arguments of a call, already of the types that the function asked for, and the run that it belongs to.</summary>
internal readonly struct FunctionCall
{
    private readonly GoValue[] _arguments;

    public FunctionCall(Budget budget, GoValue[] arguments)
    {
        Budget = budget;
        _arguments = arguments;
    }

    public Budget Budget { get; }

    public int Count => _arguments.Length;

    public GoValue this[int index] => _arguments[index];

    public string Text(int index) => _arguments[index].AsString;

    public long Long(int index) => _arguments[index].AsLong;

    public double Double(int index) => _arguments[index].AsDouble;

    public bool Flag(int index) => _arguments[index].AsBool;

    public GoMap Map(int index) => _arguments[index].AsMap;

    public GoList List(int index) => _arguments[index].AsList;

    /// <summary>The arguments from an index on.</summary>
    public GoValue[] From(int index)
    {
        if (index == 0) return _arguments;
        GoValue[] rest = new GoValue[_arguments.Length - index];
        Array.Copy(_arguments, index, rest, 0, rest.Length);
        return rest;
    }
}
