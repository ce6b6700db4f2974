// What C# and this code expect of the framework and .NET Framework 4.7.2 lacks. Compiled for net472 only.
using System.Collections.Generic;
using System.ComponentModel;

namespace System
{
    /// <summary>Lets the compiler read lists by patterns.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    internal readonly struct Index(int value, bool fromEnd = false)
    {
        public int GetOffset(int length) => fromEnd ? length - value : value;

        public static implicit operator Index(int value) => new(value);
    }
}

namespace System.Runtime.CompilerServices
{
    /// <summary>Lets the compiler emit init-only properties and records.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    internal static class IsExternalInit
    {
    }
}

namespace Score.Core
{
    /// <summary>Members that later frameworks have.</summary>
    internal static class NetFrameworkPolyfills
    {
        public static bool Contains(this string text, char value) => text.IndexOf(value) >= 0;

        public static bool StartsWith(this string text, char value) => text.Length > 0 && text[0] == value;

        public static bool EndsWith(this string text, char value) => text.Length > 0 && text[text.Length - 1] == value;

        public static bool TryAdd<TKey, TValue>(this Dictionary<TKey, TValue> dictionary, TKey key, TValue value)
        {
            if (dictionary.ContainsKey(key)) return false;
            dictionary.Add(key, value);
            return true;
        }

        public static void Deconstruct<TKey, TValue>(this KeyValuePair<TKey, TValue> pair, out TKey key, out TValue value)
        {
            key = pair.Key;
            value = pair.Value;
        }
    }
}
