namespace Score.Core.Templates;

/// <summary>When an error in a template was found.</summary>
internal enum TemplateStage
{
    /// <summary>While the text was read.</summary>
    Parse,

    /// <summary>While the template ran on its data.</summary>
    Execute,
}
