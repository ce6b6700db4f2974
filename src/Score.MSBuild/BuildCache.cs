using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Build.Framework;

namespace Score.MSBuild;

/// <summary>Keeps what one task of a build has read for the next, as long as the bytes that it was read from are the same.</summary>
internal static class BuildCache
{
    /// <summary>What was read from these bytes before, else what is read now.</summary>
    /// <typeparam name="T">What is read. It is shared, so nobody changes it.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="name">What tells it from other things that tasks keep.</param>
    /// <param name="content">All that it is read from.</param>
    /// <param name="read">Reads it.</param>
    public static T GetOrRead<T>(ScoreTask task, string name, IReadOnlyList<byte[]> content, Func<T> read)
        where T : class
    {
        object key = "Score.MSBuild;" + name;
        IBuildEngine4? cache = task.BuildEngine as IBuildEngine4;
        if (cache?.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.Build) is Entry { Value: T cached } entry && entry.IsOf(content)) return cached;

        T value = read();
        cache?.UnregisterTaskObject(key, RegisteredTaskObjectLifetime.Build);
        cache?.RegisterTaskObject(key, new Entry(content, value), RegisteredTaskObjectLifetime.Build, allowEarlyCollection: true);
        return value;
    }

    private sealed record Entry(IReadOnlyList<byte[]> Content, object Value)
    {
        public bool IsOf(IReadOnlyList<byte[]> content)
        {
            if (Content.Count != content.Count) return false;
            for (int i = 0; i < content.Count; i++)
            {
                if (!Content[i].SequenceEqual(content[i])) return false;
            }

            return true;
        }
    }
}
