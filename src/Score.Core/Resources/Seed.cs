using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using Score.Core.Files;

namespace Score.Core.Resources;

/// <summary>
/// The key of all random values: what the build gives, else 32 random bytes in a file of the user, outside any repository, so
/// that the same user gets the same values in each build and nobody else can compute them.
/// </summary>
internal static class Seed
{
    private const int Size = 32;

    /// <summary>The user's file. Empty when the system knows no folder for it.</summary>
    public static string DefaultPath
    {
        get
        {
            string folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return folder.Length == 0 ? "" : Path.Combine(folder, "Score.MSBuild", "seed");
        }
    }

    /// <summary>The key that a build gives as text.</summary>
    public static byte[] Of(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Reads the user's file, which is made when it is missing.</summary>
    /// <param name="fullPath">The file.</param>
    /// <exception cref="SeedException">The file cannot be used.</exception>
    public static byte[] Load(string fullPath)
    {
        if (fullPath.Length == 0) throw new SeedException("The system names no folder for a user's data.");
        try
        {
            BoundedFileResult result = BoundedFile.Read(fullPath, 1024 * 1024);
            if (result.Problem == BoundedFileProblem.NotFound)
            {
                Create(fullPath);
                result = BoundedFile.Read(fullPath, 1024 * 1024);
            }

            if (result.Bytes is null) throw new SeedException($"'{fullPath}' cannot be read: {result.Detail}");
            if (result.Bytes.Length == Size) return result.Bytes;
            throw new SeedException(
                $"'{fullPath}' has {result.Bytes.Length} bytes in place of {Size}; delete it to get a new one, which changes all random values.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new SeedException($"'{fullPath}' cannot be made: {e.Message}");
        }
    }

    private static void Create(string fullPath)
    {
        string folder = Path.GetDirectoryName(fullPath)!;
        Directory.CreateDirectory(folder);
        TemporaryFile.DeleteAbandoned(folder);
        string temporary = TemporaryFile.NewPath(folder);
        try
        {
            byte[] seed = new byte[Size];
            using (RandomNumberGenerator generator = RandomNumberGenerator.Create()) generator.GetBytes(seed);
            TemporaryFile.Write(temporary, seed, isPrivate: true);
            try
            {
                File.Move(temporary, fullPath);
            }
            catch (IOException) when (File.Exists(fullPath))
            {
                // Another build was first, and its bytes count.
            }
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}

/// <summary>Why there is no seed, in a sentence.</summary>
internal sealed class SeedException(string message) : Exception(message);
