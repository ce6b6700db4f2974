namespace Score.Core.Diagnostics;

/// <summary>
/// All kinds of findings. Codes are append-only: 00xx reading and YAML, 01xx schema, 02xx semantic rules, 03xx resources,
/// 04xx Compose, 05xx Kubernetes, 06xx the build and its outputs.
/// </summary>
/// <remarks>Not fields: to load a class with hundreds of these takes a cold build longer than all its findings.</remarks>
internal static class DiagnosticDescriptors
{
    // 00xx: reading and YAML
    public static DiagnosticDescriptor FileNotFound => Error("SCORE0001",
        "'{0}' does not exist. Create it, or correct the item or property that names it.");
    public static DiagnosticDescriptor FileUnreadable => Error("SCORE0002", "'{0}' cannot be read: {1}");
    public static DiagnosticDescriptor FileTooLarge => Error("SCORE0003",
        "'{0}' cannot be read: {1} Move large content to files that a container names by 'source'.");
    public static DiagnosticDescriptor NotUtf8 => Error("SCORE0004", "{0}. Save the file as UTF-8.");
    public static DiagnosticDescriptor ControlCharacter => Error("SCORE0005",
        "The control character U+{0} is not allowed in YAML. Remove it, or write it as an escape inside double quotes.");
    public static DiagnosticDescriptor SyntaxError => Error("SCORE0006", "{0}");
    public static DiagnosticDescriptor TabIndentation => Error("SCORE0007", "YAML is indented with spaces, and this is a tab. Replace it with spaces.");
    public static DiagnosticDescriptor DuplicateKey => Error("SCORE0008", "The key '{0}' is already on line {1}. Remove or rename one of the two.");
    public static DiagnosticDescriptor KeyNotString => Error("SCORE0009", "The key '{0}' is {1}, and keys are strings. Put it in quotes.");
    public static DiagnosticDescriptor KeyNotScalar => Error("SCORE0010",
        "A key must be a string, and this one is {0}. If it is meant as text, put it in quotes.");
    public static DiagnosticDescriptor UnknownAlias => Error("SCORE0011", "No anchor '&{0}' stands before this alias.{1}");
    public static DiagnosticDescriptor RecursiveAlias => Error("SCORE0012",
        "The alias '*{0}' stands inside its own anchor, so it would never end. Remove it.");
    public static DiagnosticDescriptor TooDeep => Error("SCORE0013", "Mappings and lists nest deeper than {0} levels here. Flatten the file.");
    public static DiagnosticDescriptor TooManyNodes => Error("SCORE0014",
        "The file has more than {0} values, each alias counted as the values that it stands for. Split the file or use fewer aliases.");
    public static DiagnosticDescriptor EmptyFile => Error("SCORE0015",
        "The file is empty. A workload starts with 'apiVersion: score.dev/v1b1', 'metadata' and 'containers'.");
    public static DiagnosticDescriptor SecondDocument => Warning("SCORE0016",
        "Only the first YAML document of the file is read; this second one is ignored. Remove it, or move it to a file of its own.");
    public static DiagnosticDescriptor MergeNotMapping => Error("SCORE0017",
        "A merge key '<<' takes a mapping or a list of mappings, and this is {0}.");
    public static DiagnosticDescriptor UnknownTag => Warning("SCORE0018",
        "The tag '{0}' is not known and is ignored. Remove it, or put the text in quotes if it belongs to it.");
    public static DiagnosticDescriptor TagMismatch => Error("SCORE0019", "'{0}' is not what its tag '{1}' says.");
    public static DiagnosticDescriptor InvalidEscape => Error("SCORE0020",
        "This text holds half of a surrogate pair. Write the character itself, or '\\U' with its eight hexadecimal digits.");
    public static DiagnosticDescriptor TooManyFindings => Message("SCORE0021",
        "{0} more findings in this file are not shown. Fix the first {1} and build again.");

    // 01xx: schema
    public static DiagnosticDescriptor NotAScoreFile => Error("SCORE0100", "{0}");
    public static DiagnosticDescriptor UnknownKey => Error("SCORE0101", "'{0}' is not a key of {1}.{2}");
    public static DiagnosticDescriptor MissingKey => Error("SCORE0102", "{0} needs the key '{1}'.{2}");
    public static DiagnosticDescriptor WrongType => Error("SCORE0103", "{0} must be {1}, and this is {2}.{3}");
    public static DiagnosticDescriptor NullValue => Error("SCORE0104", "{0} has no value. It must be {1}; give it one or remove the key.{2}");
    public static DiagnosticDescriptor NotAllowedValue => Error("SCORE0105", "'{0}' is not a value of {1}. Use {2}.{3}");
    public static DiagnosticDescriptor NumberOutOfRange => Error("SCORE0106", "{0} must be a whole number from {1} to {2}, and this is {3}.");
    public static DiagnosticDescriptor InvalidFormat => Error("SCORE0107", "'{0}' is not a valid {1}. {2}");
    public static DiagnosticDescriptor InvalidName => Error("SCORE0108",
        "'{0}' is not a valid {1} name: use 2 to 63 lower-case letters, digits and dashes, with a letter or digit at both ends.{2}");
    public static DiagnosticDescriptor InvalidAnnotationKey => Error("SCORE0109",
        "'{0}' is not a valid annotation key: use 2 to 63 letters, digits, '.', '_' and '-' with a letter or digit at both ends, optionally after a " +
        "lower-case DNS name and '/'.");
    public static DiagnosticDescriptor FileContentChoice => Error("SCORE0110",
        "{0} needs exactly one of 'content', 'source' and 'binaryContent', and has {1}.");
    public static DiagnosticDescriptor ProbeChoice => Error("SCORE0111", "{0} needs 'httpGet', 'exec' or both. Add one of them, or remove the probe.");
    public static DiagnosticDescriptor NoContainers => Error("SCORE0112", "A workload needs at least one container. Add one under 'containers'.");
    public static DiagnosticDescriptor EmptyString => Error("SCORE0113", "{0} must not be empty.{1}");
    public static DiagnosticDescriptor InvalidVariableName => Error("SCORE0114",
        "'{0}' is not a valid variable name: it must not be empty or hold '='.{1}");
    public static DiagnosticDescriptor DeprecatedForm => Message("SCORE0115", "{0}");
    public static DiagnosticDescriptor DeprecatedItem => Error("SCORE0116",
        "An item of a list of {0} needs a 'target' that is a string. Better, write a mapping with the target as key.");
    public static DiagnosticDescriptor NameMissing => Error("SCORE0117",
        "{0} is a mapping by name, and here the name is missing. Write a line such as {1} above '{2}', and indent the lines below it.");
    public static DiagnosticDescriptor NotIndented => Error("SCORE0118",
        "{0} has no value, because the lines that belong to it are not indented further than it is. Indent {1}.");

    // 02xx: semantic rules
    public static DiagnosticDescriptor MalformedPlaceholder => Error("SCORE0201",
        "'{0}' is not a valid placeholder. Write '${{metadata.KEY}}' or '${{resources.NAME.OUTPUT}}', or '$${{...}}' for the literal text.{1}");
    public static DiagnosticDescriptor UnknownPlaceholderRoot => Error("SCORE0202",
        "A placeholder begins with 'metadata' or 'resources', not '{0}'. Write '$${{...}}' if the text is meant literally.{1}");
    public static DiagnosticDescriptor UnknownResource => Error("SCORE0203",
        "The workload has no resource '{0}'. Add it under 'resources', or correct the name.{1}");
    public static DiagnosticDescriptor UnknownMetadata => Error("SCORE0204",
        "The workload's metadata has no '{0}'. Add it under 'metadata', or correct the name.{1}");
    public static DiagnosticDescriptor BeforeUnknown => Error("SCORE0205",
        "The workload has no container '{0}' to start before. Add it under 'containers', or correct the name.{1}");
    public static DiagnosticDescriptor BeforeSelf => Error("SCORE0206", "The container '{0}' cannot start before itself. Remove the entry.");
    public static DiagnosticDescriptor BeforeCycle => Error("SCORE0207",
        "These containers wait for each other: {0}. Remove one of the 'before' entries.");
    public static DiagnosticDescriptor DuplicateWorkload => Error("SCORE0208",
        "The workload '{0}' is already defined in '{1}'. Give each workload of a project its own name.");
    public static DiagnosticDescriptor DuplicateTarget => Error("SCORE0209",
        "The container '{0}' already has a {1} at '{2}' ({3}). Each needs a path of its own.");
    public static DiagnosticDescriptor SourceNotFound => Error("SCORE0210",
        "The file '{0}' does not exist in the folder of the score file. Create it, or correct the path.");
    public static DiagnosticDescriptor SourceAbsolute => Error("SCORE0211",
        "The file '{0}' must be named by a path relative to the folder of the score file.");
    public static DiagnosticDescriptor SourceOutside => Error("SCORE0212",
        "The file '{0}' is outside the folder of the score file{1}. Move it inside.");
    public static DiagnosticDescriptor SourceUnreadable => Error("SCORE0213", "The file '{0}' cannot be used: {1}");
    public static DiagnosticDescriptor InvalidBase64 => Error("SCORE0214",
        "This is not valid base64. Encode the file's bytes with the standard alphabet and padding.");
    public static DiagnosticDescriptor InvalidTarget => Error("SCORE0215",
        "'{0}' is not a path in the container. Write an absolute path, such as '/etc/app/settings.json', without '..'.");
    public static DiagnosticDescriptor TargetInsideFile => Error("SCORE0216", "'{0}' lies inside '{1}' ({2}), which is a file. Move one of them.");
    public static DiagnosticDescriptor PlaceholderInImage => Error("SCORE0217", "Nothing replaces '{0}' in the name of an image. {1}");
    public static DiagnosticDescriptor PlaceholderNotClosed => Error("SCORE0218",
        "The '}}' that ends this placeholder is missing. Add it, or write '$${{' for the literal text.");
    public static DiagnosticDescriptor PlaceholderNotReplaced => Warning("SCORE0219", "'{0}' stays as it is: {1}");

    // 03xx: resources
    public static DiagnosticDescriptor FallbackToEnvironment => Warning("SCORE0301", "No provisioner knows the resource type '{0}'{1}.{2}");
    public static DiagnosticDescriptor UnknownResourceType => Error("SCORE0302", "No provisioner knows the resource type '{0}'. Known types: {1}.{2}");
    public static DiagnosticDescriptor UnknownOutput => Error("SCORE0303", "The resource '{0}' of type '{1}' has no output '{2}'.{3}");
    public static DiagnosticDescriptor EnvironmentNotSet => Error("SCORE0304",
        "The environment variable '{0}' is not set, and the build needs its value here. Set it{1}.");
    public static DiagnosticDescriptor SharedVariable => Warning("SCORE0305",
        "The environment variable '{0}' stands for an output of '{1}' and of '{2}', which are different resources. Rename one, or give both the same 'id'.");
    public static DiagnosticDescriptor InvalidVariableReference => Error("SCORE0306",
        "'{0}' cannot be the name of an environment variable in compose.yaml: use letters, digits and '_', not beginning with a digit.");
    public static DiagnosticDescriptor ExpansionTooLarge => Error("SCORE0307",
        "This workload expands to more than {0} MiB of text. Use fewer placeholders, or shorter values and annotations.");
    public static DiagnosticDescriptor NotAProvisionerFile => Error("SCORE0310",
        "A provisioner file is a list of provisioners, each with 'uri' and 'type', and this is {0}.");
    public static DiagnosticDescriptor UnknownProvisionerScheme => Error("SCORE0311",
        "'{0}' is not the URI of a provisioner. Begin it with 'template://', 'cmd://' or 'local-env://'.{1}");
    public static DiagnosticDescriptor DuplicateProvisioner => Error("SCORE0312",
        "The URI '{0}' is already used in '{1}' (line {2}). Give each provisioner a URI of its own.");
    public static DiagnosticDescriptor CommandProvisioner => Error("SCORE0313", "The provisioner '{0}' of the resource '{1}' runs a program, and " +
        "this project does not allow that. Look at the program, and set the property ScoreAllowCommandProvisioners to true if builds may run it.");
    public static DiagnosticDescriptor TemplateSyntax => Error("SCORE0314", "The template '{0}' of the provisioner '{1}' cannot be read: {2}");
    public static DiagnosticDescriptor TemplateExecution => Error("SCORE0315",
        "The template '{0}' of the provisioner '{1}' failed for the resource '{2}': {3}");
    public static DiagnosticDescriptor TemplateFail => Error("SCORE0316", "The provisioner '{0}' refuses the resource '{1}': {2}");
    public static DiagnosticDescriptor TemplateLimit => Error("SCORE0317",
        "The template '{0}' of the provisioner '{1}' was stopped for the resource '{2}': {3}");
    public static DiagnosticDescriptor RenderedNotYaml => Error("SCORE0318",
        "The template '{0}' of the provisioner '{1}' made text for the resource '{2}' that is not YAML (line {3} of the text): {4} The property " +
        "ScoreKeepRenderedTemplates keeps the text.");
    public static DiagnosticDescriptor RenderedWrongType => Error("SCORE0319",
        "The template '{0}' of the provisioner '{1}' made for the resource '{2}' something that cannot be used: {3}");
    public static DiagnosticDescriptor ResourceCycle => Error("SCORE0320",
        "These resources need each other's outputs for their params: {0}. Remove one of the placeholders.");
    public static DiagnosticDescriptor ResourceConflict => Error("SCORE0321",
        "The resource '{0}' has other {2} in the workload '{1}'. Give them in one workload only, or another 'id' to one of the two.");
    public static DiagnosticDescriptor UnsupportedParam => Warning("SCORE0322", "The provisioner '{0}' does not know the param '{1}'.{2}");
    public static DiagnosticDescriptor ExpectedOutputMissing => Warning("SCORE0323",
        "The provisioner '{0}' promises the output '{1}' and does not make it. Add it to 'outputs', or take it off the list.");
    public static DiagnosticDescriptor OutputNotPromised => Warning("SCORE0324",
        "The provisioner of the type '{0}' makes the output '{1}' but does not promise it, so another version may lack it.{2}");
    public static DiagnosticDescriptor SeedUnusable => Error("SCORE0325",
        "There is no seed for the random values of this template: {0} Or set the property ScoreSeed.");
    public static DiagnosticDescriptor ResourceNameTaken => Error("SCORE0326",
        "The {0} '{1}' of the resource '{2}' is there already, from {3}. Give one of them another name.");
    public static DiagnosticDescriptor InvalidMountPath => Error("SCORE0327",
        "'{0}' of the resource '{1}' is not a path below the mounts folder. Write a relative path without '..'.");
    public static DiagnosticDescriptor InvalidVolumeOutputs => Error("SCORE0328", "The resource '{0}' cannot be mounted like this: {1}");
    public static DiagnosticDescriptor ProvisionerMessage => Message("SCORE0329", "{0}");
    public static DiagnosticDescriptor ServicePortNotFound => Error("SCORE0330", "{0}");
    public static DiagnosticDescriptor CommandNotStarted => Error("SCORE0331",
        "The program of the provisioner '{0}' cannot be run for the resource '{1}': {2}");
    public static DiagnosticDescriptor CommandFailed => Error("SCORE0332",
        "The program of the provisioner '{0}' failed for the resource '{1}' with exit code {2}. {3}");
    public static DiagnosticDescriptor CommandStopped => Error("SCORE0333",
        "The program of the provisioner '{0}' was stopped for the resource '{1}': {2}");
    public static DiagnosticDescriptor CommandAnswerUnusable => Error("SCORE0334",
        "The answer of the program of the provisioner '{0}' for the resource '{1}' cannot be used: {2}");
    public static DiagnosticDescriptor StateUnusable => Error("SCORE0340",
        "The state file '{0}' may hold passwords that are in use, and it cannot be read: {1} Fix it, or delete it to have all random values made anew.");
    public static DiagnosticDescriptor UnknownComposeKey => Warning("SCORE0341",
        "Docker Compose does not know {0} in '{1}' and would refuse the file, so it is left out.{2}");
    public static DiagnosticDescriptor UnusableComposeValue => Error("SCORE0342", "Docker Compose cannot read '{0}': it must be {1}, and this is {2}.");
    public static DiagnosticDescriptor NotFinite => Error("SCORE0343", "The template '{0}' of the provisioner '{1}' made for the resource '{2}' a " +
        "number that is infinite or none, at '{3}'. Neither JSON nor what is written can hold it: write it in quotes, or another number.");
    public static DiagnosticDescriptor InvalidSecretReference => Error("SCORE0356",
        "'{0}' is no reference to a Secret, because {1}. Write the Secret's name, '_' and the key between the signs.");
    public static DiagnosticDescriptor UnlistedVariable => Warning("SCORE0357", "A template reads the environment variable '{0}', which no env file " +
        "can hold, so it is not listed, and no build notices when it changes. Use letters, digits and '_', not beginning with a digit.");
    public static DiagnosticDescriptor InvalidServerParam => Error("SCORE0363", "The param '{0}' of a built-in server cannot be '{1}'. Use {2}.");
    public static DiagnosticDescriptor DifferentServerParams => Error("SCORE0364",
        "The resources '{0}' and '{1}' share a server, and their param '{2}' differs: '{3}' and '{4}'. Give both the same, or leave it out of one.");

    // 04xx: Compose
    public static DiagnosticDescriptor ImageNotSet => Error("SCORE0401",
        "The container '{0}' has the image '.', which stands for the image that the build makes.{1} Set the property ScoreImage to its name, or add a " +
        "ScoreBuild item for the container.");
    public static DiagnosticDescriptor HttpProbeIgnored => Message("SCORE0402",
        "Docker Compose cannot probe over HTTP by itself, so this probe is left out. Set the property ScoreComposeHttpProbe to 'DotNet' if the image " +
        "has the .NET runtime, to 'curl' or 'wget' if it has that program, or to 'ignore'.");
    public static DiagnosticDescriptor ServiceNameTaken => Error("SCORE0403",
        "The container '{0}' of workload '{1}' would become the service '{2}', which stands for container '{3}' of workload '{4}'. Rename one of them.");
    public static DiagnosticDescriptor HealthyWithoutProbe => Warning("SCORE0404",
        "The container '{0}' waits until '{1}' is healthy, but '{1}' has no probe that Docker Compose can run. {2}, unless the image itself has a " +
        "HEALTHCHECK.");
    public static DiagnosticDescriptor InvalidVolumeSource => Error("SCORE0405",
        "'{0}' is not the name of a volume. Write '${{resources.NAME}}' for a resource of type 'volume'.");
    public static DiagnosticDescriptor NotAVolume => Error("SCORE0406",
        "The resource '{0}' is of type '{1}' and cannot be mounted. Use a resource of type 'volume'.");
    public static DiagnosticDescriptor VolumeNameTaken => Error("SCORE0407",
        "The resources '{0}' and '{1}' would share the volume '{2}'. Rename one of them.");
    public static DiagnosticDescriptor InvalidProjectName => Error("SCORE0408",
        "'{0}' is not a valid project name: use lower-case letters, digits, '-' and '_', beginning with a letter or digit. Set the property " +
        "ScoreProjectName{1}.");
    public static DiagnosticDescriptor EmptyProbeCommand => Error("SCORE0409", "The command of this probe is empty. Name a program to run.");
    public static DiagnosticDescriptor OutputOfNoUse => Warning("SCORE0410",
        "The output '{0}' of '{1}' does not fit a mount of type '{2}', so it is left out.{3}");
    public static DiagnosticDescriptor ServiceWithoutImage => Error("SCORE0411",
        "The service '{0}' has neither 'image' nor 'build', so Docker Compose would refuse the file. Name the image that it runs.");
    public static DiagnosticDescriptor InvalidMount => Error("SCORE0412", "Docker Compose would refuse the mount '{0}': {1}");
    public static DiagnosticDescriptor MountKeyOfNoUse => Warning("SCORE0413",
        "The engine would refuse the 'source' of the mount '{0}', so it is left out. {1}");
    public static DiagnosticDescriptor RandomKey => Warning("SCORE0414", "A random value, '{0}', is part of a key under '{1}' of compose.yaml, where " +
        "Docker Compose takes no variables, so it is written as it is: it is no secret, and differs from machine to machine. Make names of '.Name' or of a " +
        "hash of '.Uid'.");
    public static DiagnosticDescriptor InvalidDefault => Warning("SCORE0415", "The default of the variable '{0}' is left out: {1}");

    // 05xx: Kubernetes
    public static DiagnosticDescriptor UnsupportedKind => Error("SCORE0501", "'{0}' is not a kind that a workload can have. Write {1}.{2}");
    public static DiagnosticDescriptor ImageNotSetForKubernetes => Error("SCORE0502",
        "The container '{0}' has the image '.', which stands for the image that the build makes.{1} Set the property ScoreImage to its name, so that a " +
        "cluster can pull it.");
    public static DiagnosticDescriptor ManifestNameTaken => Error("SCORE0503",
        "The {0} '{1}' of workload '{2}' would have the name of one of workload '{3}'. Rename one of them.");
    public static DiagnosticDescriptor InvalidServiceName => Error("SCORE0504", "'{0}' cannot be the name of a Service: use at most 63 lower-case " +
        "letters, digits and dashes, beginning with a letter and ending with a letter or digit. Rename the workload, or set its annotation " +
        "'k8s.score.dev/service-name'.");
    public static DiagnosticDescriptor HealthyWithoutKubernetesProbe => Warning("SCORE0505",
        "The container '{0}' waits until '{1}' is healthy, but '{1}' has no probe, so '{0}' starts as soon as '{1}' has started. Add a readinessProbe.");
    public static DiagnosticDescriptor ProbeOfInitContainer => Warning("SCORE0506",
        "The container '{0}' ends before others start, and Kubernetes probes no such container, so its {1} is left out. Remove the probe, or write 'ready: " +
        "started' or 'ready: healthy'.");
    public static DiagnosticDescriptor VolumeNotAResource => Error("SCORE0507",
        "'{0}' is not a volume that Kubernetes could mount. Write '${{resources.NAME}}' for a resource of type 'volume'.");
    public static DiagnosticDescriptor InvalidSubPath => Error("SCORE0508",
        "'{0}' is not a path inside the volume. Write a relative path without '..'.");
    public static DiagnosticDescriptor ClaimWithoutStatefulSet => Error("SCORE0509",
        "'{0}' is a volume that each pod claims for itself, which a {1} cannot do. Set the workload's annotation 'k8s.score.dev/kind' to 'StatefulSet', or " +
        "use a volume with the output 'source'.");
    public static DiagnosticDescriptor ReferenceInFile => Error("SCORE0510",
        "This value is known in the cluster only, so it cannot be a part of the file '{0}'. Make it the file's whole content, or put it into a variable.");
    public static DiagnosticDescriptor SecretInManifest => Error("SCORE0511",
        "{0} holds a reference to a Secret where Kubernetes reads plain text. Use 'encodeSecretRef' in outputs only, and placeholders for them in variables " +
        "and files.");
    public static DiagnosticDescriptor ReferenceInParams => Error("SCORE0512",
        "The value of '{0}' is in the ConfigMap '{1}' and known in the cluster only, so a provisioner cannot work with it. Write the value itself.");
    public static DiagnosticDescriptor IncompleteManifest => Error("SCORE0513",
        "The manifest number {0} that the provisioner '{1}' makes for the resource '{2}' has no '{3}'. Add it, as a string.");
    public static DiagnosticDescriptor FileTooLargeForConfigMap => Error("SCORE0514",
        "The file '{0}' has {1} bytes, and a ConfigMap takes at most 1048576. Put it into the image, or onto a volume.");
    public static DiagnosticDescriptor DuplicateServicePort => Error("SCORE0515",
        "The ports '{0}' and '{1}' are both {2} {3}, which a Service can have only once. Give one of them another number, or remove it.");
    public static DiagnosticDescriptor StatefulSetNameTooLong => Error("SCORE0516",
        "'{0}' is too long for a StatefulSet, whose pods could not be labelled. Use at most {1} characters.");
    public static DiagnosticDescriptor PatchedToNoManifest => Error("SCORE0517",
        "After the patches, item {0} of the manifests {1}, so Kubernetes cannot take it. Correct the patch that changes it.");
    public static DiagnosticDescriptor InvalidImage => Error("SCORE0518",
        "'{0}' is not the name of an image, so nothing could pull it. {1} Write a name in lower-case letters with an optional tag or digest, such as " +
        "'registry.example.com/shop:1.0'.");
    public static DiagnosticDescriptor UnusableVariableName => Error("SCORE0519",
        "'{0}' cannot be the name of a variable in Kubernetes. Use at most 1024 letters of ASCII, digits and signs.");
    public static DiagnosticDescriptor RequestAboveLimit => Error("SCORE0520",
        "The container '{0}' requests more {1} than it may use: {2}, and its limit is {3}. Lower the request or raise the limit.");
    public static DiagnosticDescriptor UnmountablePath => Error("SCORE0521", "Nothing can be mounted at '{0}' in Kubernetes: {1}");
    public static DiagnosticDescriptor UnknownSetting => Warning("SCORE0530",
        "The annotation 'k8s.score.dev/{0}' is not known, so it changes nothing. Correct or remove it.{1}");
    public static DiagnosticDescriptor InvalidSetting => Error("SCORE0531", "'{0}' is not a value of 'k8s.score.dev/{1}'. Write {2}.{3}");
    public static DiagnosticDescriptor SettingOfOtherKind => Error("SCORE0532",
        "The annotation 'k8s.score.dev/{0}' is for a {1}, and this workload is a {2}. Remove it, or set 'k8s.score.dev/kind'.");
    public static DiagnosticDescriptor SettingMissing => Error("SCORE0533",
        "{0} needs the annotation 'k8s.score.dev/{1}', and it is not there. Add it, such as '{2}'.");
    public static DiagnosticDescriptor SettingsConflict => Error("SCORE0534", "'k8s.score.dev/{0}' and 'k8s.score.dev/{1}' do not go together: {2}");
    public static DiagnosticDescriptor ReplicasOfAutoscaler => Warning("SCORE0535",
        "The number of replicas is left out, because the autoscaler of 'k8s.score.dev/max-replicas' decides it. Remove the annotation, or set " +
        "'k8s.score.dev/min-replicas' in its place.");
    public static DiagnosticDescriptor AutoscalerWithoutRequest => Warning("SCORE0536",
        "The container '{0}' does not request {1}, so the autoscaler cannot tell how much of it is in use and does nothing. Add 'resources.requests.{1}' to " +
        "the container.");
    public static DiagnosticDescriptor ServiceSettingWithoutPorts => Warning("SCORE0537",
        "The workload has no ports and thus no Service, so the annotation 'k8s.score.dev/{0}' changes nothing. Add 'service.ports', or remove the annotation.");
    public static DiagnosticDescriptor ProbeSettingWithoutProbe => Warning("SCORE0538",
        "{0}, so the annotation 'k8s.score.dev/{1}' changes nothing. Add the probe, or remove the annotation.");
    public static DiagnosticDescriptor SettingOfUnknownContainer => Warning("SCORE0539",
        "The annotation 'k8s.score.dev/{0}' is for the container '{1}', which the workload does not have, so it changes nothing. Correct or remove it.{2}");
    public static DiagnosticDescriptor CronJobNameTooLong => Error("SCORE0540",
        "'{0}' is too long for a CronJob, whose jobs could not be named. Use at most {1} characters.");
    public static DiagnosticDescriptor BudgetForbidsAll => Warning("SCORE0541",
        "With this budget no pod may ever be moved: {0}, so a node can never be drained. {1}");
    public static DiagnosticDescriptor ManifestOfResource => Error("SCORE0545",
        "The {0} '{1}' of workload '{2}' would take the place of one that the resource '{3}' needs. Rename the workload.");

    // 055x: security
    public static DiagnosticDescriptor RestrictedRoot => Error("SCORE0550",
        "With the security profile 'Restricted' no container may run as user 0. Give the number of another user, or set 'k8s.score.dev/security-profile' to " +
        "'None'.");
    public static DiagnosticDescriptor RestrictedPort => Warning("SCORE0551", "With the security profile 'Restricted' a container may be unable to " +
        "listen on port {0}, because those below 1024 can need a privilege. Let it listen on another port and set 'targetPort' to that.");
    public static DiagnosticDescriptor RestrictedVolume => Warning("SCORE0552",
        "The security profile 'Restricted' does not allow volumes of the kind '{0}', so a cluster that enforces it refuses the pods. Use a claim or an " +
        "emptyDir.");
    public static DiagnosticDescriptor ServerUnknown => Warning("SCORE0553", "Where the server of the resource '{0}' is cannot be seen from the " +
        "manifests, so the network policy does not let the workload reach it. Add its address to the annotation 'k8s.score.dev/allow-egress', such as " +
        "'10.1.2.3/32:5432' or '*'.");

    // 057x and 058x: where a score file means different things on the two platforms
    public static DiagnosticDescriptor VolumeLifetimeDiffers => Message("SCORE0570", "The volume '{0}' keeps its data in Docker Compose, and in " +
        "Kubernetes it is an emptyDir that is lost with its pod. If the data must stay, add a provisioner for Kubernetes that makes a claim.");
    public static DiagnosticDescriptor VolumeNotShared => Message("SCORE0571", "The workloads {0} share the volume '{1}' in Docker Compose, and in " +
        "Kubernetes each pod has one of its own. Add a provisioner for Kubernetes whose 'source' is a claim that several pods can mount, or exchange the " +
        "data in another way.");
    public static DiagnosticDescriptor HttpProbeOfKubernetesOnly => Message("SCORE0572", "Kubernetes sends the HTTP request of this probe, and " +
        "Docker Compose leaves it out. Set the property ScoreComposeHttpProbe to 'DotNet', 'curl' or 'wget' if the image has the program, or give the " +
        "container an 'exec' probe.");
    public static DiagnosticDescriptor LivenessProbeDiffers => Message("SCORE0573",
        "Kubernetes restarts the container when this probe fails, and Docker Compose {0}. Try restarts in a cluster.");
    public static DiagnosticDescriptor ProbeWithTwoWays => Message("SCORE0574",
        "Docker Compose runs the command of this probe, and Kubernetes sends its HTTP request. Give only one of them, unless they find out the same.");
    public static DiagnosticDescriptor PortNotPublished => Message("SCORE0575", "In Kubernetes the Service '{0}' offers {1} to the cluster, and " +
        "Docker Compose to the containers of its project only. To reach it from the host, add the item ScorePublish '{2}' or a resource of type 'route'.");
    public static DiagnosticDescriptor PublishedPortWithoutRoute => Message("SCORE0576",
        "Docker Compose publishes the port {0} of the workload '{1}' on the host, and in Kubernetes {2}.");
    public static DiagnosticDescriptor PortNumbersDiffer => Message("SCORE0577", "Other workloads reach {0} at {1} in Kubernetes, and at {2} in " +
        "Docker Compose, which has no port before the container's. Let them ask a resource of type 'service-port' for the number, or make 'port' and " +
        "'targetPort' equal.");
    public static DiagnosticDescriptor EnvironmentResourceDiffers => Message("SCORE0578",
        "In Docker Compose the outputs of '{0}' are variables of the machine that runs it, and in Kubernetes keys of the ConfigMap '{1}' that you make: {2}. " +
        "Give them values in both places.");
    public static DiagnosticDescriptor ResourceOfOnePlatform => Message("SCORE0579",
        "A provisioner makes the resource '{0}' for {1}, and none does for {2}, where its outputs are {3}. Add a provisioner for {2}.");
    public static DiagnosticDescriptor FilesHideFolder => Message("SCORE0580", "In Kubernetes the files of the container '{0}' hide what the image " +
        "has in {1}, and Docker Compose mounts each file by itself. Put them into folders in which the image has nothing, or set 'k8s.score.dev/file-mounts' " +
        "to 'File'.");
    public static DiagnosticDescriptor FileReadOnlyInKubernetes => Message("SCORE0581",
        "The mode lets the owner write to this file, which Docker Compose allows and Kubernetes does not. Use a mode without writing, or copy the file to a " +
        "volume before it is changed.");
    public static DiagnosticDescriptor StartsBeforeAll => Message("SCORE0582",
        "Kubernetes starts the container '{0}' before all others of the workload, and Docker Compose only before {1}. Do not let '{0}' wait for another " +
        "container of the workload.");
    public static DiagnosticDescriptor WaitsForEnd => Message("SCORE0583",
        "Docker Compose starts '{0}' when '{1}' is {2}, and Kubernetes when it has ended, because another container waits for that. Split '{1}' into two " +
        "containers, or write 'ready: complete'.");
    public static DiagnosticDescriptor SidecarRestarted => Message("SCORE0584",
        "Kubernetes starts the sidecar '{0}' again whenever it ends, and Docker Compose does not. Make it run until it is stopped, or write 'ready: " +
        "complete'.");
    public static DiagnosticDescriptor ServiceNameDiffers => Message("SCORE0585",
        "Other workloads reach this one as '{0}' in Kubernetes, and as '{1}' in Docker Compose. Let them ask a resource of type 'service-port' for the name.");
    public static DiagnosticDescriptor RequestedCpuIgnored => Message("SCORE0586",
        "Kubernetes keeps the requested processor time free for {0}, and Docker Compose does not. Do not judge by Docker Compose how the workload runs on a " +
        "busy machine.");
    public static DiagnosticDescriptor KindOfKubernetesOnly => Message("SCORE0587",
        "Kubernetes runs the workload {0}, and Docker Compose starts it once with the others. Run its service by hand where that matters.");
    public static DiagnosticDescriptor RandomInManifest => Warning("SCORE0588",
        "A random value, '{0}', stands in '{1}' of the object {2}, where Kubernetes takes no reference to a Secret, so it is written as it is: it is no " +
        "secret, and differs from machine to machine. Put it into a Secret, and refer to that.");
    public static DiagnosticDescriptor NoSecretStore => Error("SCORE0589",
        "ScoreK8sSecrets is ExternalSecrets, and the property ScoreK8sSecretStore does not name the store. Set it to the name of {0}.");
    public static DiagnosticDescriptor UnreadableSecrets => Error("SCORE0590",
        "'{0}' is not YAML ({1}), so the build cannot keep the values in it. Correct it, or delete the file to have other values.");
    public static DiagnosticDescriptor SecretsNotIgnored => Message("SCORE0591",
        "'{0}' holds the values of Secrets, and no .gitignore keeps it out of the repository. Add the line '{1}' to the .gitignore of the project.");
    public static DiagnosticDescriptor SecretsNotUsed => Message("SCORE0592",
        "'{0}' holds values of Secrets, and no build reads or writes it any more. Delete it when nobody needs the values.");
    public static DiagnosticDescriptor NewSeedInSecret => Warning("SCORE0593", NewSeedText);
    public static DiagnosticDescriptor NewSeedInSecretOfCi => Error("SCORE0594", NewSeedText);
    public static DiagnosticDescriptor DevelopmentServers => Message("SCORE0595",
        "The built-in servers {0} are for development: each has one pod, one volume of 1 or 2 GiB and no backup. The params " +
        "'size', 'storageClass' and 'image' of a resource change what they can; for a managed server write a provisioner.");

    // 06xx: the build and its outputs
    public static DiagnosticDescriptor NotGenerated => Error("SCORE0601",
        "'{0}' was not generated by Score.MSBuild and is not overwritten. Move what you need of it to another file and delete it, or set the property {1} to " +
        "another path.");
    public static DiagnosticDescriptor CannotWrite => Error("SCORE0602", "'{0}' cannot be written: {1}");
    public static DiagnosticDescriptor InvalidProperty => Error("SCORE0603", "'{0}' is not a value of the property {1}. Use {2}.{3}");
    public static DiagnosticDescriptor OutputOutside => Error("SCORE0604",
        "'{0}' would be written outside '{1}' because a link leads there. Remove the link.");
    public static DiagnosticDescriptor OverridesNotMapping => Error("SCORE0605",
        "An overrides file is a mapping with the keys of a score file that it changes, and this is {0}.");
    public static DiagnosticDescriptor OverridesFileOfSeveral => Error("SCORE0606",
        "The property ScoreOverridesFile is for a project with one score file, and this project has {0}. Set the metadata OverridesFile of the ScoreFile " +
        "items that are to be changed.");
    public static DiagnosticDescriptor InvalidOverride => Error("SCORE0607",
        "'{0}' is not an override. {1} Write PATH=VALUE, such as 'containers.web.image=nginx:1.29', and '\\.' for a dot in a key.");
    public static DiagnosticDescriptor InvalidOverrideValue => Error("SCORE0608", "The value of the override '{0}' is not valid YAML. {1}");
    public static DiagnosticDescriptor OverrideNotApplicable => Error("SCORE0609", "The override '{0}' cannot be applied. {1}");
    public static DiagnosticDescriptor OverrideOfUnknownFile => Error("SCORE0610",
        "The override '{0}' is for '{1}', which is not a score file of this project.{2}");
    public static DiagnosticDescriptor BuildOfUnknownContainer => Error("SCORE0611",
        "No workload of the project has the container '{0}' of a ScoreBuild item.{1}");
    public static DiagnosticDescriptor BuildOfSeveralContainers => Error("SCORE0612",
        "Several workloads have the container '{0}' of a ScoreBuild item. Write WORKLOAD/CONTAINER: {1}.");
    public static DiagnosticDescriptor InvalidBuild => Error("SCORE0613", "The ScoreBuild item '{0}' cannot be used. {1}");
    public static DiagnosticDescriptor InvalidPublish => Error("SCORE0614",
        "'{0}' is not a port to publish.{1} Write HOST:WORKLOAD:CONTAINER, such as '8080:shop:80'.");
    public static DiagnosticDescriptor HostPortTaken => Error("SCORE0615",
        "The port {0} of the host is published by '{1}' and by '{2}'. Give one of them another port.");
    public static DiagnosticDescriptor PublishOfUnknownWorkload => Error("SCORE0616", "The project has no workload '{0}' to publish a port of.{1}");
    public static DiagnosticDescriptor PublishOfUnknownOutput => Error("SCORE0617",
        "The resource '{0}' has no output '{1}' that names a service, so none of its ports can be published. Publish a port of a workload, or remove the " +
        "ScorePublish item.");
    public static DiagnosticDescriptor PatchSyntax => Error("SCORE0620", "The patch template cannot be read: {0}");
    public static DiagnosticDescriptor PatchExecution => Error("SCORE0621", "The patch template failed: {0}");
    public static DiagnosticDescriptor PatchLimit => Error("SCORE0622", "The patch template was stopped: {0}");
    public static DiagnosticDescriptor PatchNotYaml => Error("SCORE0623",
        "The patch template made text that is not YAML{0}. Put values that it inserts in quotes, for example with 'toJson'.");
    public static DiagnosticDescriptor PatchNotOperations => Error("SCORE0624",
        "A patch template makes a list of operations, each with 'op' and 'path', and this one made {0}.");
    public static DiagnosticDescriptor InvalidPatchOperation => Error("SCORE0625", "{0} cannot be used. {1}");
    public static DiagnosticDescriptor PatchNotApplicable => Error("SCORE0626", "{0} cannot be applied to '{1}'. {2}");
    public static DiagnosticDescriptor NothingToDelete => Warning("SCORE0627",
        "{0} deletes '{1}', which is not there. Correct the path, or make the operation only when it is there.");
    public static DiagnosticDescriptor PatchEmpty => Message("SCORE0628", "The patch template made no operations, so it changes nothing.");
    public static DiagnosticDescriptor InvalidPatchItem => Error("SCORE0629", "The ScorePatch item '{0}' cannot be used. {1}");
    public static DiagnosticDescriptor UnreadableEnvironmentFile => Error("SCORE0630",
        "Docker Compose cannot read the env file '{0}' from this line on. {1}");
    public static DiagnosticDescriptor MovedPosition => Warning("SCORE0631",
        "{0} works on '{1}', where another item stands since an operation before it deleted position {2} of the list. Delete after all other operations, and " +
        "from the end.");
    public static DiagnosticDescriptor FolderNotForOutputs => Error("SCORE0640",
        "'{0}' cannot be the folder of the property {1}, because {2}, and the build replaces and deletes files there. Use a folder for nothing else, such as " +
        "'{3}'.");
    public static DiagnosticDescriptor ForeignFile => Error("SCORE0641", "'{0}'{1} is not overwritten: no earlier build of this project is known to " +
        "have written it, and its content differs. Move it elsewhere; if a build made it, delete it, and this one writes it anew.");
    public static DiagnosticDescriptor OutputIsInput => Error("SCORE0642",
        "'{0}' cannot be the file of the property {1}, because it is {2}. Use the path of another file.");
    public static DiagnosticDescriptor OutputOfOtherProject => Error("SCORE0643",
        "'{0}' is a file of the project '{1}', and two projects cannot write one file. Set the property {2} of one of them to another path; if the project " +
        "was renamed, delete the file once.");
    public static DiagnosticDescriptor ProjectImageInvalid => Error("SCORE0644",
        "{0} gives '{1}' for 'image: .', which is not the name of an image. {2}{3}");
    public static DiagnosticDescriptor DockerfileOutside => Warning("SCORE0645",
        "The Dockerfile '{0}' is outside its context '{1}'. Docker sends it separately, but other builders refuse it, and so do remote ones. Move it, or " +
        "name a folder above it as the context.");
    public static DiagnosticDescriptor DockerfileNotUsed => Message("SCORE0646", "The project has the Dockerfile '{0}', and the image '.' is the one " +
        "that the SDK makes, '{1}'. To build with the Dockerfile, set EnableSdkContainerSupport to false or add a ScoreBuild item.");
    public static DiagnosticDescriptor ImageNotPinned => Message("SCORE0647", "The outputs keep '{0}' without a digest, because {1}.");
    public static DiagnosticDescriptor TagRefused => Error("SCORE0648",
        "The property ContainerImageTag or ContainerImageTags names a tag that the SDK refuses. {0}");
    public static DiagnosticDescriptor ImageInNoRegistry => Message("SCORE0649",
        "A cluster looks for the image '{0}' at Docker Hub, because it names no registry. Set ContainerRegistry, unless the cluster has the image already.");
    public static DiagnosticDescriptor ApplicationWithoutReferences => Error("SCORE0656",
        "The application refers to no project{0}, so there is nothing to run. Add a ProjectReference to each project with a score file, or a score file of " +
        "the application's own.");
    public static DiagnosticDescriptor ReferenceWithoutScoreFile => Message("SCORE0657",
        "The project '{0}' has no score file or not the package Score.MSBuild, so nothing of it is in the application.");
    public static DiagnosticDescriptor ReferencedTwice => Warning("SCORE0658",
        "The application refers to the project '{0}' twice, and it counts once. Remove one of the two references.");
    public static DiagnosticDescriptor ReferenceFailed => Error("SCORE0659",
        "A project that the application refers to could not be built, so the application is left as it was. Correct the errors of that project.");
    public static DiagnosticDescriptor ReferenceCycle => Error("SCORE0660",
        "The project '{0}' refers to {1}, so neither can be built before the other. Remove one of the references.");
    public static DiagnosticDescriptor ReferenceNotFound => Error("SCORE0661",
        "The application refers to the project '{0}', which is not there. Correct the path of the ProjectReference, or remove it.");
    public static DiagnosticDescriptor PartWritesItself => Message("SCORE0662", "The project '{0}' belongs to an application and writes a {1} of its " +
        "own as well. Set the property ScoreApplication to true in it, or in Directory.Build.props, to leave that to the application.");
    public static DiagnosticDescriptor ScoreFileOfTwoProjects => Warning("SCORE0663", "The score file '{0}' of the project '{1}' is named by the " +
        "project '{2}' too, and the application takes what the first says of it. Remove the ScoreFile item of the second: the application brings both " +
        "together.");
    public static DiagnosticDescriptor ProvisionersDiffer => Error("SCORE0664", "The provisioner '{0}' serves the workload '{1}' of its own project " +
        "only, and the resource '{2}' is that of the workload '{3}' too. Name the provisioner file in the application, so that it serves all.");
    public static DiagnosticDescriptor ResolvedByApplication => Message("SCORE0665",
        "The workload '{0}' is not in this project. The application has to bring it.");
    public static DiagnosticDescriptor ReferenceToApplication => Error("SCORE0666",
        "The project '{0}' is an application itself, which has no workloads to give. Refer to its projects instead.");
    public static DiagnosticDescriptor PatchOfOthers => Error("SCORE0667",
        "The patch template is for the workloads of its own project, and '{0}' is not theirs alone. Name the template in the application.");
    public static DiagnosticDescriptor UnknownEnvironment => Warning("SCORE0670",
        "'{0}' is not one of the environments that the property ScoreEnvironments names.{1}");
    public static DiagnosticDescriptor PatchOfOtherEnvironment => Message("SCORE0671",
        "The patch template '{0}' is for the environment '{1}', by its name, and is left out. Build with ScoreEnvironment, or give the file a name without " +
        "the dot.");
    public static DiagnosticDescriptor OverrideOfUnknownPart => Warning("SCORE0672", "The score file has no {0}, so the override '{1}' {2}.{3}");
    public static DiagnosticDescriptor OverrideFitsNoWorkload => Warning("SCORE0673",
        "No workload of the project has a {0}, so the override '{1}' changes nothing.{2}");
    public static DiagnosticDescriptor ShadowedComposeFile => Warning("SCORE0674", "Docker Compose does not read '{0}' any more, because it finds " +
        "'{1}' first. Move what you need of it to the score file, a provisioner or a patch and delete it, or set the property ScoreComposeFile to another " +
        "name.");
    public static DiagnosticDescriptor MisspeltName => Warning("SCORE0675", "'{0}' is no {1} that anything reads.{2}");
    public static DiagnosticDescriptor WildcardMatchesNothing => Warning(
        "SCORE0676",
        "The wildcard '{0}' of {1} matches no file, so it names none, and default items are used where there are any. Correct it, or remove the item.");
    public static DiagnosticDescriptor ScoreFileElsewhere => Message(
        "SCORE0677",
        "The project has no score file, and '{0}' is in another folder. If it belongs to the project, name it: <ScoreFile Include=\"{0}\" />.");
    public static DiagnosticDescriptor RepeatedVariable => Warning("SCORE0690",
        "The env file sets '{0}' more than once, and Docker Compose takes the last value. Keep one of the lines in '{1}'.");
    public static DiagnosticDescriptor EnvironmentFileNotIgnored => Message("SCORE0691",
        "'{0}' holds passwords, and no .gitignore keeps it out of the repository. Add the line '{1}' to the .gitignore of the project.");
    public static DiagnosticDescriptor SeedInProject => Warning("SCORE0692", "The key of random values is in '{0}', because the user has no file for " +
        "it.{1} A clean checkout does not have it, and draws other passwords. Set the property ScoreSeedFile, or the environment variable ScoreSeed.");
    public static DiagnosticDescriptor SeedReadableByAll => Warning("SCORE0693",
        "Everybody on this machine may read '{0}', and who has it can compute all random values. Let only its owner read it: chmod 600.");
    public static DiagnosticDescriptor StaleOutput => Error("SCORE0694",
        "'{0}' is not what this build would write: {1} Build without ScoreVerify, and commit what it writes.");
    public static DiagnosticDescriptor ScoreFileIsThere => Message("SCORE0700", "'{0}' is there already and stays as it is.");
    public static DiagnosticDescriptor SettingsNotRead => Warning("SCORE0701", "'{0}' cannot be read, so nothing is taken from it: {1}");
    public static DiagnosticDescriptor ScoreFileNotUsed => Warning("SCORE0702", "Builds do not look at '{0}', because {1}.");
    public static DiagnosticDescriptor InitOfApplication => Error("SCORE0703",
        "An application has the workloads of the projects that it refers to. Run the target ScoreInit in these.");
    public static DiagnosticDescriptor LocalPortOfClient => Message("SCORE0707", "The container '{0}' uses the host '{1}' without its port, so {2}. " +
        "Use the output 'port' as well, and it has a number of its own.");
    public static DiagnosticDescriptor LocalOtherWorkload => Message("SCORE0708", "The variable '{0}' names another workload by the resource '{1}', " +
        "which is not among the resources that are started for a run on this machine. Start it, and set the variable for the run.");
    public static DiagnosticDescriptor LocalContainer => Message("SCORE0709",
        "No container of '{0}' has 'image: .', so a run on this machine has the variables and files of the container '{1}'.");
    public static DiagnosticDescriptor ResourceNotUp => Warning("SCORE0710", "Nothing answers at {0}. Start the resources: {1}");
    public static DiagnosticDescriptor WatchKeepsOutputs => Warning("SCORE0711",
        "Hot reload takes no note of changes to {0}: press Ctrl+R after one, or use 'dotnet watch --no-hot-reload'.");
    public static DiagnosticDescriptor UserSecretsUnusable => Warning("SCORE0712",
        "The user secrets do not get the variables of the workload, because '{0}' cannot be changed: {1}");
    public static DiagnosticDescriptor UnknownListedOutput => Error("SCORE0713",
        "The property ScoreOutput is '{0}', which names no output of a resource.{1}");
    public static DiagnosticDescriptor OutputNotShown => Error("SCORE0714",
        "The property ScoreOutput is '{0}', whose value is secret or known only when the workload starts, so it is not shown.{1}");
    public static DiagnosticDescriptor DashboardNameTaken => Error("SCORE0715",
        "The property ScoreDashboard adds a service '{0}', and the project has one of this name already. Rename the workload, its container or the " +
        "resource that makes it, or set ScoreDashboard to false.");

    private const string NewSeedText = "The key of random values was made just now on this machine, and the values of {0} come of it. A server that " +
        "runs already has other ones. Give the build the key (ScoreSeed, ScoreSeedFile or the user secrets), the secrets file or the state file, or set " +
        "ScoreK8sSecrets to External or ExternalSecrets.";

    private static DiagnosticDescriptor Error(string code, string format) => new(code, DiagnosticSeverity.Error, format);

    private static DiagnosticDescriptor Warning(string code, string format) => new(code, DiagnosticSeverity.Warning, format);

    private static DiagnosticDescriptor Message(string code, string format) => new(code, DiagnosticSeverity.Message, format);
}
