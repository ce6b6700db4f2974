namespace Score.Core.Templates;

/// <summary>
/// Where a template's random functions get their bytes, so that whoever runs the template decides whether the same inputs
/// give the same output.
/// </summary>
internal interface ITemplateRandom
{
    /// <summary>Fills a buffer with the next bytes.</summary>
    void Fill(byte[] buffer);
}
