namespace Kiln.Runtime.Tests.Support;

/// <summary>Runs code on a thread of little stack, where recursion without a check of its own would end the process.</summary>
internal static class SmallStack
{
    public const int Bytes = 256 * 1024;

    /// <summary>The exception that the code ended in, if it did.</summary>
    public static Exception? Run(Action action)
    {
        Exception? exception = null;
        var thread = new Thread(() => exception = Record.Exception(action), Bytes);
        thread.Start();
        thread.Join();
        return exception;
    }
}
