using System;
using System.Globalization;
using System.Linq;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Layouts;

/// <summary>
/// How one tree differs from another, as a JSON patch (RFC 6902). Unlike a patch that is merged it needs to know nothing of what the
/// keys mean, and applied to the one tree it always gives the other.
/// </summary>
internal sealed class TreeDifference
{
    // Longer lists are put in whole: to compare them takes as many steps.
    private const long MaxPairs = 4_000_000;

    private readonly YamlSequence _operations = new();

    /// <summary>The operations; none when the trees are equal. The order of keys does not count.</summary>
    /// <param name="from">The tree that is patched.</param>
    /// <param name="to">The tree that it becomes.</param>
    public static YamlSequence Of(YamlNode from, YamlNode to)
    {
        TreeDifference difference = new();
        difference.Compare("", from, to);
        return difference._operations;
    }

    private void Compare(string path, YamlNode from, YamlNode to)
    {
        if (from is YamlMapping mapping && to is YamlMapping changed) Compare(path, mapping, changed);
        else if (from is YamlSequence list && to is YamlSequence other) Compare(path, list, other);
        else if (!CanonicalJson.AreEqual(from, to)) Add("replace", path, to);
    }

    private void Compare(string path, YamlMapping from, YamlMapping to)
    {
        foreach (YamlEntry entry in from)
        {
            string place = $"{path}/{Escaped(entry.Name)}";
            if (to.Find(entry.Name) is { } changed) Compare(place, entry.Value, changed.Value);
            else Add("remove", place, null);
        }

        foreach (YamlEntry entry in to)
        {
            if (from.Find(entry.Name) is null) Add("add", $"{path}/{Escaped(entry.Name)}", entry.Value);
        }
    }

    // Items of one name, and equal ones, stay as far as their order is the same. Others are taken out from behind, so that
    // positions stay true, and put in where they belong. What is left to differ is inside of items with a name.
    private void Compare(string path, YamlSequence from, YamlSequence to)
    {
        string[] before = from.Items.Select(Key).ToArray();
        string[] after = to.Items.Select(Key).ToArray();
        if ((long)before.Length * after.Length > MaxPairs)
        {
            if (!CanonicalJson.AreEqual(from, to)) Add("replace", path, to);
            return;
        }

        int[] stay = Common(before, after);
        for (int i = before.Length - 1; i >= 0; i--)
        {
            if (Array.IndexOf(stay, i) < 0) Add("remove", Position(path, i), null);
        }

        for (int j = 0; j < after.Length; j++)
        {
            if (stay[j] < 0) Add("add", Position(path, j), to.Items[j]);
        }

        for (int j = 0; j < after.Length; j++)
        {
            if (stay[j] >= 0) Compare(Position(path, j), from.Items[stay[j]], to.Items[j]);
        }
    }

    // The longest common part of two lists: for each item of the second its position in the first, or -1.
    private static int[] Common(string[] before, string[] after)
    {
        int[,] length = new int[before.Length + 1, after.Length + 1];
        for (int i = before.Length - 1; i >= 0; i--)
        {
            for (int j = after.Length - 1; j >= 0; j--)
                length[i, j] = before[i] == after[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
        }

        int[] positions = new int[after.Length];
        int at = 0;
        for (int j = 0; j < after.Length; j++)
        {
            while (at < before.Length && before[at] != after[j] && length[at + 1, j] == length[at, j]) at++;
            positions[j] = at < before.Length && before[at] == after[j] ? at++ : -1;
        }

        return positions;
    }

    private static string Key(YamlNode item) =>
        item is YamlMapping mapping && mapping["name"] is YamlScalar name ? "name " + name.Text : CanonicalJson.Write(item);

    private void Add(string operation, string path, YamlNode? value) =>
        _operations.Items.Add(new YamlMapping { ["op"] = operation, ["path"] = path, ["value"] = value });

    private static string Position(string path, int index) => $"{path}/{index.ToString(CultureInfo.InvariantCulture)}";

    private static string Escaped(string key) => key.Replace("~", "~0").Replace("/", "~1");
}
