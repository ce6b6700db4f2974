namespace Score.Core.Templates.Formatting;

/// <summary>What stands between the percent sign and the verb.</summary>
internal struct PrintFlags
{
    public bool Plus;
    public bool Minus;
    public bool Sharp;
    public bool Space;
    public bool Zero;

    /// <summary><c>%+v</c>: structs with the names of their fields.</summary>
    public bool Named;

    /// <summary><c>%#v</c>: as a Go program would write the value.</summary>
    public bool Source;

    /// <summary>The least number of characters, when there is one.</summary>
    public int? Width;

    /// <summary>The precision, when there is one.</summary>
    public int? Precision;

    /// <summary>For the verbs <c>v</c> and <c>w</c>, two flags mean something else.</summary>
    public void ApplyToValueVerb()
    {
        (Source, Sharp) = (Sharp, false);
        (Named, Plus) = (Plus, false);
    }
}
