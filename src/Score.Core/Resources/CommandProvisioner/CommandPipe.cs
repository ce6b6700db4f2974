using System;
using System.IO;
using System.Threading;

namespace Score.Core.Resources.CommandProvisioner;

/// <summary>Reads what a program writes on a thread of its own, keeping no more than a limit.</summary>
internal sealed class CommandPipe
{
    private readonly Stream _stream;
    private readonly int _limit;
    private readonly bool _keepsEnd;
    private readonly ManualResetEventSlim _ended = new();
    private readonly object _lock = new();
    private readonly MemoryStream _kept = new();
    private volatile bool _isTooLong;

    private CommandPipe(Stream stream, int limit, bool keepsEnd)
    {
        _stream = stream;
        _limit = limit;
        _keepsEnd = keepsEnd;
    }

    /// <summary>Whether there was more than the limit.</summary>
    public bool IsTooLong => _isTooLong;

    /// <summary>Begins to read.</summary>
    /// <param name="stream">The pipe.</param>
    /// <param name="limit">The most bytes to keep.</param>
    /// <param name="keepsEnd">Whether to keep the last bytes and not the first ones.</param>
    public static CommandPipe Read(Stream stream, int limit, bool keepsEnd)
    {
        CommandPipe pipe = new(stream, limit, keepsEnd);
        Start(pipe.ReadAll);
        return pipe;
    }

    /// <summary>Writes all input and closes the pipe. A program that reads none of it, or ends first, is none of our business.</summary>
    public static void Write(Stream stream, byte[] input) => Start(() =>
    {
        try
        {
            using (stream) stream.Write(input, 0, input.Length);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The program does not read.
        }
    });

    /// <summary>Waits until the other end is closed, but not for ever.</summary>
    public void WaitForEnd(TimeSpan longest) => _ended.Wait(longest);

    /// <summary>What was kept.</summary>
    public byte[] ToArray()
    {
        lock (_lock)
        {
            byte[] kept = _kept.ToArray();
            if (kept.Length <= _limit) return kept;
            byte[] end = new byte[_limit];
            Buffer.BlockCopy(kept, kept.Length - _limit, end, 0, _limit);
            return end;
        }
    }

    private static void Start(ThreadStart action) => new Thread(action) { IsBackground = true, Name = "Score command" }.Start();

    private void ReadAll()
    {
        byte[] buffer = new byte[16 * 1024];
        try
        {
            for (int read; (read = _stream.Read(buffer, 0, buffer.Length)) > 0;) Keep(buffer, read);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The pipe was closed from this side.
        }

        _ended.Set();
    }

    // What does not fit is read all the same, so that the program does not wait for a reader.
    private void Keep(byte[] buffer, int count)
    {
        lock (_lock)
        {
            if (_keepsEnd && _kept.Length > 4L * _limit)
            {
                byte[] end = ToArray();
                _kept.SetLength(0);
                _kept.Write(end, 0, end.Length);
            }

            int room = _keepsEnd ? count : (int)Math.Min(count, _limit - _kept.Length);
            _isTooLong |= room < count;
            _kept.Write(buffer, 0, room);
        }
    }
}
