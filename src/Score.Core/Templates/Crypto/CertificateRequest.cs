using System;
using System.Collections.Generic;
using System.Net;

namespace Score.Core.Templates.Crypto;

/// <summary>What a certificate is to say.</summary>
/// <param name="CommonName">The subject.</param>
/// <param name="Addresses">IP addresses that it is for.</param>
/// <param name="Names">Host names that it is for.</param>
/// <param name="From">When it begins to be valid.</param>
/// <param name="Days">For how many days it is valid.</param>
/// <param name="Serial">The serial number's bytes.</param>
/// <param name="IsAuthority">Whether it may sign others.</param>
internal sealed record CertificateRequest(
    string CommonName,
    IReadOnlyList<IPAddress> Addresses,
    IReadOnlyList<string> Names,
    DateTime From,
    long Days,
    byte[] Serial,
    bool IsAuthority);
