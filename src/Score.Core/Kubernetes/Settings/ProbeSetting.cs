namespace Score.Core.Kubernetes.Settings;

/// <summary>A number in a probe, such as <c>readiness-period-seconds</c>.</summary>
/// <param name="probe">The probe: <c>liveness</c>, <c>readiness</c> or <c>startup</c>.</param>
/// <param name="number">The number, such as <c>period-seconds</c>.</param>
/// <param name="type">What it may be.</param>
internal sealed class ProbeSetting(string probe, string number, SettingType type) : Setting($"{probe}-{number}", type)
{
    /// <summary>The probe.</summary>
    public string Probe { get; } = probe;
}
