using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Network;

/// <summary>Somebody whom pods may connect to, or who may connect to them.</summary>
/// <param name="Host">A range of addresses such as <c>10.1.0.0/16</c>; <c>*</c> for everybody; <c>namespace</c> for the pods of the namespace.</param>
/// <param name="Port">The port, or null for all.</param>
internal sealed record PeerAddress(string Host, int? Port)
{
    private const string Everybody = "*";
    private const string Namespace = "namespace";

    /// <summary>Whether it stands for the pods of the namespace.</summary>
    public bool IsNamespace => Host == Namespace;

    /// <summary>The entry of a rule's list of peers; null when the rule is for everybody.</summary>
    public YamlMapping? Peer()
    {
        if (Host == Everybody) return null;
        return IsNamespace
            ? new YamlMapping { ["podSelector"] = new YamlMapping() }
            : new YamlMapping { ["ipBlock"] = new YamlMapping { ["cidr"] = Host } };
    }

    /// <summary>Reads a list with commas; null when something in it is none.</summary>
    public static List<PeerAddress>? ReadAll(string text)
    {
        List<PeerAddress> peers = [];
        foreach (string entry in text.Split(',').Select(e => e.Trim()))
        {
            if (Read(entry) is not { } peer) return null;
            if (!peers.Contains(peer)) peers.Add(peer);
        }

        return peers;
    }

    // An address of version 6 has colons of its own, but none after its slash.
    private static PeerAddress? Read(string entry)
    {
        int colon = entry.IndexOf(':', Math.Max(entry.IndexOf('/'), 0));
        string host = colon < 0 ? entry : entry.Substring(0, colon);
        if (host is not (Everybody or Namespace) && !IsRange(host)) return null;
        if (colon < 0) return new PeerAddress(host, null);
        return int.TryParse(entry.Substring(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is >= 1 and <= 65535
            ? new PeerAddress(host, port)
            : null;
    }

    // Kubernetes wants addresses without leading zeros, and nothing behind the prefix.
    private static bool IsRange(string text)
    {
        int slash = text.IndexOf('/');
        if (slash < 0 || !IPAddress.TryParse(text.Substring(0, slash), out IPAddress? address)) return false;
        if (address.AddressFamily == AddressFamily.InterNetwork && address.ToString() != text.Substring(0, slash)) return false;
        if (text.IndexOfAny(['%', '[']) >= 0) return false;
        byte[] bytes = address.GetAddressBytes();
        string length = text.Substring(slash + 1);
        if (!int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out int prefix)
            || prefix > bytes.Length * 8
            || length != prefix.ToString(CultureInfo.InvariantCulture))
        {
            return false;
        }
        for (int bit = prefix; bit < bytes.Length * 8; bit++)
        {
            if ((bytes[bit / 8] & (0x80 >> (bit % 8))) != 0) return false;
        }

        return true;
    }
}
