namespace Score.Core.Resources.Provisioners;

/// <summary>Something that provisioners add to a platform besides outputs.</summary>
/// <param name="Name">The key of a template provisioner that makes it.</param>
/// <param name="Field">The field of a program's answer that holds it, or an empty string when programs cannot make it.</param>
/// <param name="Shape">What it must look like.</param>
internal sealed record AddedSection(string Name, string Field, SectionShape Shape);
