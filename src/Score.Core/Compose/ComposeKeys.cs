using System;
using System.Collections.Generic;

namespace Score.Core.Compose;

/// <summary>
/// The keys that Docker Compose knows, from the Compose specification (its schema as of Docker Compose 2.40). Everywhere but in mappings that
/// hold names or options any other key makes Compose refuse the whole file, except those that begin with <c>x-</c>.
/// </summary>
internal static class ComposeKeys
{
    /// <summary>The shape of a whole project.</summary>
    public const string Project = "project";

    // A line is a shape: its name, the key for which a text stands in its place (after '<'), and its keys, each with the form of
    // its value: a shape; s for a text, words and test for commands, pairs and labels for lists of NAME=VALUE; and before such a form [
    // for a list, + for one or a list, * for a mapping from names, % for names or a mapping from them. Without a form any value is taken.
    private const string Table = """
        project version=s name=s include services=*service networks=*network volumes=*volume secrets=*secret configs=*config models=*model
        service annotations=labels attach build=build blkio_config=blkio cap_add=[s cap_drop=[s cgroup=s cgroup_parent=s command=words configs=[grant container_name=s cpu_count cpu_percent cpu_shares cpu_quota cpu_period cpu_rt_period cpu_rt_runtime cpus cpuset=s credential_spec=credentials depends_on=%dependency deploy=deploy develop=develop device_cgroup_rules=[s devices=[device dns=+s dns_opt=[s dns_search=+s domainname=s entrypoint=words env_file=+envfile environment=pairs expose=[ extends=extends external_links=[s extra_hosts gpus=[gpu group_add=[ healthcheck=healthcheck hostname=s image=s init ipc=s isolation=s label_file=+s labels=labels links=[s logging=logging mac_address=s mem_limit mem_reservation mem_swappiness memswap_limit models network_mode=s networks=%attachment oom_kill_disable oom_score_adj pid=s pids_limit platform=s ports=[port post_start=[hook pre_stop=[hook privileged profiles=[s provider=provider pull_policy=s pull_refresh_after=s read_only restart=s runtime=s scale secrets=[grant security_opt=[s shm_size stdin_open stop_grace_period=s stop_signal=s storage_opt sysctls=pairs tmpfs=+s tty ulimits=*limit use_api_socket user=s userns_mode=s uts=s volumes=[mount volumes_from=[s working_dir=s
        build<context context=s dockerfile=s dockerfile_inline=s entitlements=[s args=pairs ssh labels=labels cache_from=[s cache_to=[s no_cache additional_contexts=pairs network=s provenance sbom pull target=s shm_size extra_hosts isolation=s privileged secrets=[grant tags=[s ulimits=*limit platforms=[s
        blkio device_read_bps=[rate device_read_iops=[rate device_write_bps=[rate device_write_iops=[rate weight weight_device=[weight
        rate path=s rate
        weight path=s weight
        grant<source source=s target=s uid=s gid=s mode
        credentials config=s file=s registry=s
        dependency condition=s required restart
        device source=s target=s permissions=s
        envfile path=s format=s required
        extends<service service=s file=s
        gpu capabilities=[s count device_ids=[s driver=s options=pairs
        healthcheck disable interval=s retries start_interval=s start_period=s test=test timeout=s
        logging driver=s options
        attachment aliases=[s driver_opts gw_priority interface_name=s ipv4_address=s ipv6_address=s link_local_ips=[s mac_address=s priority
        port name=s mode=s host_ip=s target published protocol=s app_protocol=s
        hook command=words environment=pairs privileged user=s working_dir=s
        provider type=s options
        limit hard soft
        mount type=s source=s target=s read_only consistency=s bind=bind volume=volumeoptions tmpfs=tmpfs image=imageoptions
        bind create_host_path propagation=s recursive=s selinux=s
        volumeoptions labels=labels nocopy subpath=s
        tmpfs mode size
        imageoptions subpath=s
        develop watch=[watch
        watch action=s exec=hook ignore=+s include=+s initial_sync path=s target=s
        deploy endpoint_mode=s labels=labels mode=s placement=placement replicas resources=resources restart_policy=restart rollback_config=update update_config=update
        placement constraints=[s max_replicas_per_node preferences=[preference
        preference spread=s
        resources limits=amounts reservations=reserved
        amounts cpus memory=s pids
        reserved cpus memory=s devices=[gpu generic_resources=[generic
        generic discrete_resource_spec=discrete
        discrete kind=s value
        restart condition=s delay=s max_attempts window=s
        update delay=s failure_action=s max_failure_ratio monitor=s order=s parallelism
        network attachable driver=s driver_opts enable_ipv4 enable_ipv6 external internal ipam=ipam labels=labels name=s
        ipam config=[subnet driver=s options
        subnet aux_addresses gateway=s ip_range=s subnet=s
        volume driver=s driver_opts external labels=labels name=s
        secret driver=s driver_opts environment=s external file=s labels=labels name=s template_driver=s
        config content=s environment=s external file=s labels=labels name=s template_driver=s
        model context_size model=s name=s runtime_flags=[s
        """;

    private static readonly string[] Lines = Table.Split('\n');

    // Read when they are asked for; a shape that two threads read at one time is the same.
    private static readonly ComposeShape?[] Shapes = new ComposeShape?[Lines.Length];

    /// <summary>The shape of that name.</summary>
    public static ComposeShape Shape(string name)
    {
        for (int i = 0; i < Lines.Length; i++)
        {
            if (Lines[i].StartsWith(name, StringComparison.Ordinal) && Lines[i][name.Length] is ' ' or '<') return Shapes[i] ??= Read(Lines[i]);
        }

        throw new ArgumentOutOfRangeException(nameof(name), name, null);
    }

    private static ComposeShape Read(string line)
    {
        string[] words = line.Trim().Split(' ');
        string[] name = words[0].Split('<');
        ComposeShape shape = new(name[0], name.Length > 1 ? name[1] : null);
        for (int i = 1; i < words.Length; i++)
        {
            int at = words[i].IndexOf('=');
            shape.Add(at < 0 ? words[i] : words[i].Substring(0, at), at < 0 ? "" : words[i].Substring(at + 1));
        }

        return shape;
    }
}

/// <summary>A mapping of the Compose specification that has a fixed set of keys.</summary>
/// <param name="name">Its name in the table.</param>
/// <param name="textKey">The key for which a text in place of the mapping stands, or null when there is none.</param>
internal sealed class ComposeShape(string name, string? textKey)
{
    private readonly Dictionary<string, string> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _spelling = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Its name in the table.</summary>
    public string Name => name;

    /// <summary>The key for which a text in place of the mapping stands, or null when there is none.</summary>
    public string? TextKey => textKey;

    /// <summary>Its keys.</summary>
    public IEnumerable<string> Keys => _forms.Keys;

    /// <summary>Adds a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="form">The form of its value, as in the table.</param>
    public void Add(string key, string form)
    {
        _forms.Add(key, form);
        _spelling.Add(key, key);
    }

    /// <summary>The key as Compose spells it, whatever the case of its letters, or null when Compose does not know it.</summary>
    public string? Spelled(string key) => _spelling.TryGetValue(key, out string? known) ? known : null;

    /// <summary>The form of a key's value, as in the table.</summary>
    public string FormOf(string key) => _forms[key];
}
